//! Replies without what differs from run to run.

use serde_json::Value;

/// Members whose text is drawn by chance.
const DRAWN: [&str; 10] = [
    "ticket",
    "secret",
    "otpauthUri",
    "qrSvg",
    "cursor",
    "startCursor",
    "endCursor",
    "requestId",
    "prefix",
    "challenge",
];
const HEX_DIGITS: usize = 32;

/// The same reply with ids numbered in the order they appear, and what chance drew left out.
///
/// Who is who stays visible: `[rec 1]` is the same record everywhere in the reply.
#[must_use]
pub fn redact(mut reply: Value, host: &str) -> Value {
    let mut seen = Vec::new();
    walk(&mut reply, host, &mut seen);
    reply
}

fn walk(value: &mut Value, host: &str, seen: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| walk(item, host, seen)),
        Value::Object(members) => {
            for (name, member) in members.iter_mut() {
                match member {
                    Value::String(text) if DRAWN.contains(&name.as_str()) && !text.is_empty() => {
                        *text = format!("[{name}]");
                    }
                    member => walk(member, host, seen),
                }
            }
        }
        Value::String(text) => *text = without_ids(&text.replace(host, "[host]"), seen),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Replaces every `prefix_<32 hex digits>`.
fn without_ids(text: &str, seen: &mut Vec<String>) -> String {
    let mut rest = text;
    let mut clean = String::new();
    while let Some((start, end)) = find_id(rest) {
        let id = rest[start..end].to_owned();
        let prefix = id.split('_').next().unwrap_or_default().to_owned();
        if !seen.contains(&id) {
            seen.push(id.clone());
        }
        let of_kind = seen.iter().filter(|known| known.starts_with(&format!("{prefix}_")));
        let number = of_kind.take_while(|known| **known != id).count() + 1;
        clean.push_str(&rest[..start]);
        clean.push_str(&["[", &prefix, " ", &number.to_string(), "]"].concat());
        rest = &rest[end..];
    }
    clean + rest
}

fn find_id(text: &str) -> Option<(usize, usize)> {
    text.match_indices('_').find_map(|(at, _)| {
        let digits = text.as_bytes().get(at + 1..=at + HEX_DIGITS)?;
        let is_id = digits.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte));
        let letters = text[..at].bytes().rev().take_while(u8::is_ascii_lowercase).count();
        (is_id && letters > 0).then_some((at - letters, at + 1 + HEX_DIGITS))
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_same_id_gets_the_same_number_and_everything_else_stays() {
        let (one, two) = (format!("rec_{}", "0a".repeat(16)), format!("rec_{}", "1b".repeat(16)));
        let reply = json!({
            "list": [{ "id": one }, { "id": two }, { "id": one }],
            "url": format!("/downloads/job_{}", "2c".repeat(16)),
            "ticket": "x.y.z",
            "host": "t7.localhost",
            "title": "in_use",
        });
        let clean = json!({
            "list": [{ "id": "[rec 1]" }, { "id": "[rec 2]" }, { "id": "[rec 1]" }],
            "url": "/downloads/[job 1]",
            "ticket": "[ticket]",
            "host": "[host]",
            "title": "in_use",
        });
        assert_eq!(redact(reply, "t7.localhost"), clean);
    }
}
