//! Where the files of a pack are read from.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

use rust_embed::RustEmbed;

use crate::Problem;

/// Largest file accepted, in bytes: ten times the largest form of today.
const MAX_FILE_BYTES: u64 = 512 * 1024;
/// Most files accepted in a folder.
const MAX_FILES: usize = 500;

#[derive(RustEmbed)]
#[folder = "content"]
struct Content;

/// A place that holds the files of one pack.
pub(crate) enum Source {
    /// A folder of the content compiled into the binary.
    Embedded(&'static str),
    /// A folder on disk.
    Folder(PathBuf),
}

impl Source {
    /// The text of a file; `file` is relative to the pack.
    pub(crate) fn read(&self, file: &str) -> Result<String, Problem> {
        let bytes = match self {
            Self::Embedded(root) => Content::get(&format!("{root}/{file}"))
                .map(|found| found.data.into_owned())
                .ok_or_else(|| Problem::of_file(file, "there is no such file"))?,
            Self::Folder(root) => {
                read_bounded(&root.join(file)).map_err(|error| Problem::of_file(file, error.to_string()))?
            }
        };
        String::from_utf8(bytes).map_err(|_| Problem::of_file(file, "is not UTF-8 text"))
    }

    /// The names of the files in `folder`, sorted; empty when there is no such folder.
    pub(crate) fn list(&self, folder: &str) -> Result<Vec<String>, Problem> {
        let mut names = match self {
            Self::Embedded(root) => {
                let prefix = format!("{root}/{folder}/").replace("//", "/");
                Content::iter()
                    .filter_map(|path| path.strip_prefix(&prefix).map(str::to_owned))
                    .filter(|name| !name.contains('/'))
                    .collect()
            }
            Self::Folder(root) => list_bounded(&root.join(folder))
                .map_err(|error| Problem::of_file(folder, error.to_string()))?,
        };
        names.sort();
        Ok(names)
    }
}

fn read_bounded(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(io::Error::other(format!("is larger than {MAX_FILE_BYTES} bytes")));
    }
    Ok(bytes)
}

fn list_bounded(folder: &Path) -> io::Result<Vec<String>> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other?,
    };
    let mut names = Vec::new();
    for entry in entries {
        if names.len() == MAX_FILES {
            return Err(io::Error::other(format!("holds more than {MAX_FILES} files")));
        }
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    Ok(names)
}
