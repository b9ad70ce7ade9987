use std::path::Path;

use anyhow::bail;
use packs::Pack;

/// Says what is wrong with a pack; fails when anything is.
pub(crate) fn check(folder: Option<&Path>) -> anyhow::Result<()> {
    let pack = match folder {
        Some(folder) => Pack::load_dir(folder)?,
        None => Pack::builtin()?,
    };
    let problems = packs::check(&pack);
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() {
        println!("{} {}: {} forms, nothing wrong", pack.key, pack.version, pack.forms.len());
        return Ok(());
    }
    bail!("{} problems in pack {}", problems.len(), pack.key)
}
