//! Weights in `Accept` and its sisters (RFC 9110, section 12.4.2).

/// What an element of a list names, without its parameters, and how much it is wanted: 0 to 1,
/// 0 when the weight is no weight.
pub(super) fn weighted(element: &str) -> (&str, f32) {
    let mut parts = element.split(';').map(str::trim);
    let name = parts.next().unwrap_or_default();
    let weight = parts.find_map(|parameter| parameter.strip_prefix("q=").or(parameter.strip_prefix("Q=")));
    let weight = weight.map_or(1.0, |text| text.parse().unwrap_or(0.0));
    (name, if (0.0..=1.0).contains(&weight) { weight } else { 0.0 })
}
