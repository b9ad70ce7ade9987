//! Forms as the API takes them, out of the short form tests are written in.

use serde_json::{Value, json};

/// A form whose names, labels, helps and options are plain texts, in the shape of `FormInput`.
#[must_use]
pub fn form_input(mut form: Value) -> Value {
    for member in ["name", "singularName", "help"] {
        localise(&mut form, member);
    }
    for list in ["groups", "fields", "statuses"] {
        for entry in form.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            localise(entry, "label");
            localise(entry, "help");
            for option in entry.get_mut("options").and_then(Value::as_array_mut).into_iter().flatten() {
                if option.is_string() {
                    *option = json!({ "label": { "nl": option } });
                }
            }
        }
    }
    json!({ "form": form })
}

fn localise(object: &mut Value, member: &str) {
    if let Some(text) = object.get_mut(member).filter(|text| text.is_string()) {
        *text = json!({ "nl": text });
    }
}
