//! What a view must look like.

use kernel::UserError;

/// The longest name, in characters.
const MAX_NAME: usize = 80;
/// The most bytes of what is in a view.
const MAX_STATE: usize = 20_000;

/// A name as it is kept.
pub(super) fn name(text: &str) -> Result<String, UserError> {
    let name: String = text.chars().filter(|c| !c.is_control()).collect();
    let name = name.trim().to_owned();
    if name.is_empty() {
        Err(UserError::at("REQUIRED", &["name"]))
    } else if name.chars().count() > MAX_NAME {
        Err(UserError::at("TOO_LONG", &["name"]).with("max", MAX_NAME))
    } else {
        Ok(name)
    }
}

/// What is in a view, as it is kept: a JSON object without blanks.
pub(super) fn state(text: &str) -> Result<String, UserError> {
    let too_long = || UserError::at("TOO_LONG", &["state"]).with("max", MAX_STATE);
    if text.len() > MAX_STATE {
        return Err(too_long());
    }
    let object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(text).map_err(|_| UserError::at("NOT_AN_OBJECT", &["state"]))?;
    let kept = serde_json::Value::Object(object).to_string();
    if kept.len() > MAX_STATE { Err(too_long()) } else { Ok(kept) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_to_eighty_characters() {
        assert_eq!(name(" Open\r\n risico’s ").unwrap(), "Open risico’s");
        assert_eq!(name(" \t ").unwrap_err().code, "REQUIRED");
        assert!(name(&"é".repeat(80)).is_ok());
        assert_eq!(name(&"é".repeat(81)).unwrap_err().code, "TOO_LONG");
    }

    #[test]
    fn what_is_in_a_view_is_a_json_object_of_twenty_thousand_bytes_at_most() {
        assert_eq!(state(" { \"sort\" : [1, \"\\u0000\"] } ").unwrap(), r#"{"sort":[1,"\u0000"]}"#);
        for wrong in ["", "[]", "\"x\"", "null", "{", "{} {}", "{\"a\":}"] {
            assert_eq!(state(wrong).unwrap_err().code, "NOT_AN_OBJECT", "{wrong}");
        }
        let filled = |length: usize| format!("{{\"a\":\"{}\"}}", "x".repeat(length - 8));
        assert!(state(&filled(MAX_STATE)).is_ok());
        assert_eq!(state(&filled(MAX_STATE + 1)).unwrap_err().code, "TOO_LONG");
        assert_eq!(state(&"[".repeat(MAX_STATE)).unwrap_err().code, "NOT_AN_OBJECT", "however deep");
    }
}
