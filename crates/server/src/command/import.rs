use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use auth::SecretText;
use export::archive::Unlock;

use super::tenant::first_password;
use crate::{
    Settings,
    importing::{Import, import},
};

/// What the command line says of an archive that comes in.
pub(crate) struct Asked {
    pub(crate) archive: PathBuf,
    pub(crate) identity: Option<PathBuf>,
    pub(crate) passphrase_file: Option<PathBuf>,
    pub(crate) slug: String,
    pub(crate) host: String,
    pub(crate) name: Option<String>,
    pub(crate) admin: String,
}

/// Takes an archive of another installation in.
pub(crate) async fn run(settings: &Settings, asked: Asked) -> Result<()> {
    ensure!(asked.archive.is_file(), "there is no file {}", asked.archive.display());
    let unlock = unlock(asked.identity.as_deref(), asked.passphrase_file.as_deref())?;
    let app = settings.start().await?;
    let password = first_password();
    let wanted = Import {
        archive: &asked.archive,
        unlock,
        slug: asked.slug,
        host: asked.host,
        name: asked.name,
        admin: asked.admin,
        password: SecretText::from(password.clone()),
    };
    let imported = Box::pin(import(&app, wanted, |line| println!("{line}"))).await;
    app.close().await;
    let imported = imported?;
    let (environment, admin) = (&imported.environment, &imported.admin);
    println!("{} files of {} bytes are stored", imported.files, imported.file_bytes);
    println!("{} is at {}", environment.name, environment.host);
    println!("{} signs in as {} with {password}, and sets up 2FA then", admin.display_name, admin.username);
    println!("Everybody else chooses a password through a new link. Servers follow within five seconds.");
    Ok(())
}

fn unlock(identity: Option<&Path>, passphrase: Option<&Path>) -> Result<Option<Unlock>> {
    let read = |path: &Path| std::fs::read_to_string(path).with_context(|| path.display().to_string());
    if let Some(path) = identity {
        let unlock = Unlock::from_key_file(&read(path)?);
        return unlock
            .with_context(|| format!("{}: there is no secret key of age in it", path.display()))
            .map(Some);
    }
    let Some(path) = passphrase else { return Ok(None) };
    // The line break that an editor puts at the end is no part of it.
    let text = SecretText::from(read(path)?);
    Ok(Some(Unlock::Passphrase(text.expose().trim_end_matches(['\r', '\n']).into())))
}
