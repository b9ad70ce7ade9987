//! A pack and how it is read.

use std::{path::Path, sync::LazyLock};

use domain::form::{FieldKind, FormDefinition, PackContent, RiskScale};
use kernel::Localized;
use semver::Version;
use serde::Deserialize;

use crate::{PackError, Problem, source::Source, yaml};

/// The file every pack begins with.
pub(crate) const MANIFEST: &str = "pack.yaml";

/// The file with the scales that likelihood x impact fields use.
const CRITERIA: &str = "criteria.yaml";

/// Versioned content: today the base forms, in both languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// Unique among packs and never changed, e.g. `basis`.
    pub key: String,
    /// Raised with every change of the content.
    pub version: Version,
    /// What the pack is called.
    pub name: Localized,
    /// What it brings.
    pub description: Localized,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// SPDX identifier of its licence.
    pub licence: String,
    /// The scales and levels a new environment begins with.
    pub criteria: Option<RiskScale>,
    /// The base forms, in the order of the menu. Their likelihood x impact fields have the pack's criteria.
    pub forms: Vec<FormDefinition>,
}

/// `pack.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    key: String,
    version: Version,
    name: Localized,
    description: Localized,
    authors: Vec<String>,
    licence: String,
    forms: Vec<String>,
}

impl Pack {
    /// The pack in the binary, `basis`.
    ///
    /// # Errors
    /// When its files do not fit the format; a test keeps that from happening.
    pub fn builtin() -> Result<Self, PackError> {
        Self::load(&Source::Embedded("basis"))
    }

    /// The pack in the binary, read once.
    ///
    /// # Errors
    /// Like [`Pack::builtin`].
    pub fn shared() -> Result<&'static Self, &'static PackError> {
        static SHARED: LazyLock<Result<Pack, PackError>> = LazyLock::new(Pack::builtin);
        SHARED.as_ref()
    }

    /// Reads the pack in a folder. Blocks on the disk: for the command line only.
    ///
    /// # Errors
    /// When files are missing, left over, too large or do not fit the format: all problems at once.
    pub fn load_dir(path: impl AsRef<Path>) -> Result<Self, PackError> {
        Self::load(&Source::Folder(path.as_ref().to_owned()))
    }

    fn load(source: &Source) -> Result<Self, PackError> {
        let manifest: Manifest = yaml::parse(MANIFEST, &source.read(MANIFEST)?)?;
        let mut problems = key_problems(&manifest);
        if !problems.is_empty() {
            // A key becomes a file name: nothing may be opened by a malformed one.
            return Err(PackError { problems });
        }
        let mut forms = Vec::with_capacity(manifest.forms.len());
        for key in &manifest.forms {
            match read_form(source, key) {
                Ok(form) => forms.push(form),
                Err(problem) => problems.push(problem),
            }
        }
        problems.extend(left_over(source, &manifest)?);
        if !problems.is_empty() {
            return Err(PackError { problems });
        }
        let criteria = read_criteria(source)?;
        for form in &mut forms {
            fill_scales(form, criteria.as_ref());
        }
        let Manifest { key, version, name, description, authors, licence, .. } = manifest;
        Ok(Self { key, version, name, description, authors, licence, criteria, forms })
    }

    /// The pack as an environment takes it in, with its version as text.
    #[must_use]
    pub fn content<'a>(&'a self, version: &'a str) -> PackContent<'a> {
        PackContent { key: &self.key, version, criteria: self.criteria.as_ref(), forms: &self.forms }
    }
}

/// The file that holds a form, relative to the pack.
pub(crate) fn form_file(key: &str) -> String {
    format!("forms/{key}.yaml")
}

/// The scales of `criteria.yaml`, if the pack has that file.
fn read_criteria(source: &Source) -> Result<Option<RiskScale>, Problem> {
    if !source.list("")?.iter().any(|name| name == CRITERIA) {
        return Ok(None);
    }
    yaml::parse(CRITERIA, &source.read(CRITERIA)?).map(Some)
}

/// Forms say that they use the criteria, never what those are.
fn fill_scales(form: &mut FormDefinition, criteria: Option<&RiskScale>) {
    let Some(criteria) = criteria else { return };
    for field in &mut form.fields {
        if let FieldKind::LikelihoodImpact { scale } = &mut field.kind
            && scale.levels.is_empty()
        {
            scale.clone_from(criteria);
        }
    }
}

fn read_form(source: &Source, key: &str) -> Result<FormDefinition, Problem> {
    let file = form_file(key);
    let form: FormDefinition = yaml::parse(&file, &source.read(&file)?)?;
    if form.key == key {
        Ok(form)
    } else {
        Err(Problem::new(
            &file,
            "key",
            format!("is `{}`; must be `{key}`, like the name of the file", form.key),
        ))
    }
}

fn key_problems(manifest: &Manifest) -> Vec<Problem> {
    let listed = manifest.forms.iter().enumerate().map(|(index, key)| (format!("forms[{index}]"), key));
    let own = std::iter::once(("key".to_owned(), &manifest.key));
    let mut problems: Vec<Problem> = own
        .chain(listed)
        .filter(|(_, key)| !is_key(key))
        .map(|(path, key)| {
            let message = format!("`{key}` must be a-z, 0-9 and _, 1 to 64, a letter first");
            Problem::new(MANIFEST, path, message)
        })
        .collect();
    for (index, key) in manifest.forms.iter().enumerate() {
        if manifest.forms.iter().take(index).any(|earlier| earlier == key) {
            problems.push(Problem::new(
                MANIFEST,
                format!("forms[{index}]"),
                format!("`{key}` is listed twice"),
            ));
        }
    }
    problems
}

fn is_key(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

fn left_over(source: &Source, manifest: &Manifest) -> Result<Vec<Problem>, Problem> {
    let listed: Vec<String> = manifest.forms.iter().map(|key| form_file(key)).collect();
    let files = source.list("forms")?.into_iter().map(|name| format!("forms/{name}"));
    Ok(files
        .filter(|file| !listed.contains(file))
        .map(|file| Problem::of_file(&file, "is not listed under `forms` in pack.yaml"))
        .collect())
}
