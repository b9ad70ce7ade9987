//! Reads YAML into types, with messages that name file and place.

use serde::de::DeserializeOwned;

use crate::Problem;

/// Parses `text`, the contents of `file`.
pub(crate) fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Problem> {
    // Three steps on purpose. YAML's own value refuses a key that stands twice, which JSON's would
    // swallow; from YAML's value an enum must be a `!tag`, from JSON's it is a plain mapping, as packs
    // write it and the database keeps it.
    let yaml: serde_norway::Value =
        serde_norway::from_str(text).map_err(|error| Problem::of_file(file, error.to_string()))?;
    let json = serde_json::to_value(yaml).map_err(|error| Problem::of_file(file, error.to_string()))?;
    serde_path_to_error::deserialize(json).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        Problem::new(file, path, error.into_inner().to_string())
    })
}
