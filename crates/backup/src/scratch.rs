//! Folders for copies while they are worked on. In them lies what a back-up holds, opened: none stays.

use std::{io, path::Path, time::Duration};

use tempfile::TempDir;

/// A folder this old is of a process that was killed: nothing takes so long.
const LEFT_BEHIND: Duration = Duration::from_hours(24);
/// How the names of such folders begin.
const PREFIX: &str = ".tmp";

/// A new folder below `scratch`, which goes with the value. What a process that was killed left there goes too.
pub async fn folder(scratch: &Path) -> io::Result<TempDir> {
    tokio::fs::create_dir_all(scratch).await?;
    remove_left_behind(scratch, LEFT_BEHIND).await?;
    tempfile::Builder::new().prefix(PREFIX).tempdir_in(scratch)
}

async fn remove_left_behind(scratch: &Path, older_than: Duration) -> io::Result<()> {
    let mut found = tokio::fs::read_dir(scratch).await?;
    while let Some(folder) = found.next_entry().await? {
        let is_ours = folder.file_name().to_string_lossy().starts_with(PREFIX);
        let changed = folder.metadata().await.and_then(|data| data.modified());
        let is_old = changed.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > older_than));
        if is_ours
            && is_old
            && let Err(error) = tokio::fs::remove_dir_all(folder.path()).await
        {
            tracing::warn!(%error, path = %folder.path().display(), "a left copy cannot be removed");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn bak_08_what_a_killed_process_left_is_removed_and_nothing_else() {
        let scratch = tempfile::tempdir().unwrap();
        let left = tempfile::Builder::new().prefix(PREFIX).tempdir_in(&scratch).unwrap().keep();
        std::fs::write(left.join("database.sqlite"), "all there is").unwrap();
        let own = scratch.path().join("somebody's own");
        std::fs::create_dir(&own).unwrap();
        let folder = folder(scratch.path()).await.unwrap();
        assert!(left.exists(), "it may be at work");
        tokio::time::sleep(Duration::from_millis(20)).await;
        remove_left_behind(scratch.path(), Duration::from_millis(10)).await.unwrap();
        assert_eq!((left.exists(), own.exists(), folder.path().exists()), (false, true, false));
    }
}
