//! Folders and files that only the server's own account may read.

use std::{io, path::Path};

use kernel::{Error, Result};
use tokio::fs;

/// Makes a folder and its parents, readable for the server's account alone.
pub(crate) async fn create_private_dir(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    builder.mode(0o700);
    builder.create(path).await.map_err(|error| at_path(path, error))
}

/// A file error that says which file.
pub(crate) fn at_path(path: &Path, error: io::Error) -> Error {
    Error::internal(io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}
