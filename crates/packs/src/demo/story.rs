//! How stories are written down, and how their texts become values.

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

use crate::{Problem, yaml};

/// Reads the stories of `file`. A story may happen again: each entry of its `again` is the story with
/// some answers replaced, and without those named in `once`.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str, once: &[&str]) -> Result<Vec<T>, Problem> {
    let mut stories = Vec::new();
    for mut story in yaml::parse::<Vec<Map<String, Value>>>(file, text)? {
        let repeats: Vec<Map<String, Value>> = match story.remove("again") {
            Some(again) => typed(file, &story, again)?,
            None => Vec::new(),
        };
        stories.push(typed(file, &story, Value::Object(story.clone()))?);
        for repeat in repeats {
            let mut again = story.clone();
            again.retain(|key, _| !once.contains(&key.as_str()));
            again.extend(repeat);
            stories.push(typed(file, &again, Value::Object(again.clone()))?);
        }
    }
    Ok(stories)
}

fn typed<T: DeserializeOwned>(file: &str, story: &Map<String, Value>, value: Value) -> Result<T, Problem> {
    let key = story.get("key").and_then(Value::as_str).unwrap_or("a story without key");
    serde_path_to_error::deserialize(value)
        .map_err(|error| Problem::new(file, format!("{key}.{}", error.path()), error.inner().to_string()))
}

/// Puts an environment's own words in the place of `{word}`.
pub(super) fn fill_in(text: &str, words: &BTreeMap<String, String>) -> String {
    words.iter().fold(text.to_owned(), |text, (word, own)| text.replace(&format!("{{{word}}}"), own))
}

/// Availability, integrity and confidentiality by their Dutch initials, as officers write them.
#[derive(Debug, Clone, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Aspects(Vec<&'static str>);

impl TryFrom<String> for Aspects {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let aspect = |letter| match letter {
            'B' => Ok("availability"),
            'I' => Ok("integrity"),
            'V' => Ok("confidentiality"),
            other => Err(format!("`{other}` must be B, I or V")),
        };
        text.chars().map(aspect).collect::<Result<_, _>>().map(Self)
    }
}

impl Aspects {
    pub(super) fn value(&self) -> Value {
        json!(self.0)
    }
}

/// An answer to a yes/no/n.a. question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    Yes,
    No,
    NotApplicable,
}

impl Answer {
    pub(super) fn value(self) -> Value {
        json!(match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotApplicable => "not_applicable",
        })
    }
}

/// Text as HTML: an empty line begins a new paragraph.
pub(super) fn paragraphs(text: &str) -> Value {
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    Value::String(paragraphs.map(|paragraph| element("p", paragraph)).collect())
}

/// Steps or points as an HTML list; one alone becomes a paragraph.
pub(super) fn list(tag: &str, items: &[String]) -> Value {
    if let [only] = items {
        return paragraphs(only);
    }
    let items: String = items.iter().map(|item| element("li", item)).collect();
    Value::String(format!("<{tag}>{items}</{tag}>"))
}

fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>", escape(text.trim()))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A date relative to the day of seeding.
pub(super) fn day(offset: i32) -> Value {
    json!({ "days": offset })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_story_that_happens_again_keeps_what_is_not_replaced_and_loses_what_is_told_once() {
        let text = "[{key: a, what: fire, where: shed, lesson: hose, again: [{key: b, where: hall}]}]";
        let stories: Vec<BTreeMap<String, String>> = read("x.yaml", text, &["lesson"]).unwrap();
        let told =
            |key: &str, name: &str| stories.iter().find(|s| s["key"] == key).unwrap().get(name).cloned();
        assert_eq!(told("b", "what").as_deref(), Some("fire"));
        assert_eq!(told("b", "where").as_deref(), Some("hall"));
        assert_eq!((told("a", "lesson").as_deref(), told("b", "lesson")), (Some("hose"), None));
    }

    #[test]
    fn a_story_that_does_not_fit_is_named_by_file_and_key() {
        let problem = read::<BTreeMap<String, u8>>("x.yaml", "[{key: fire}]", &[]).unwrap_err();
        assert!(problem.to_string().starts_with("x.yaml: fire.key: "), "{problem}");
    }

    #[test]
    fn texts_become_html_without_letting_markup_through() {
        assert_eq!(
            paragraphs("Eén < twee.\n\nDrie & vier."),
            json!("<p>Eén &lt; twee.</p><p>Drie &amp; vier.</p>")
        );
        assert_eq!(list("ol", &["Eerst".into(), "Dan".into()]), json!("<ol><li>Eerst</li><li>Dan</li></ol>"));
        assert_eq!(list("ol", &["Alleen dit".into()]), json!("<p>Alleen dit</p>"));
    }

    #[test]
    fn aspects_are_written_with_dutch_initials() {
        assert_eq!(
            Aspects::try_from("BV".to_owned()).unwrap().value(),
            json!(["availability", "confidentiality"])
        );
        assert!(Aspects::try_from("X".to_owned()).is_err());
    }
}
