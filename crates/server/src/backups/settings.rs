use std::path::Path;

use ::backup::{BadPlace, Recipients, StorePlace, Stores, Tier};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;

use super::Backups;

/// What an operator decides about back-ups, beside the two places (`WAARBORG_BACKUP_HOT`, `WAARBORG_BACKUP_COLD`).
#[derive(Debug, Clone, Args)]
pub struct BackupSettings {
    /// The public keys that open back-ups, `age1…`, with commas between them: one of operations, one that is kept
    /// elsewhere.
    #[arg(long, env = "WAARBORG_BACKUP_RECIPIENTS", value_delimiter = ',')]
    pub backup_recipients: Vec<String>,
    /// The public key of the one who proves back-ups: `waarborg backup keeper-key` prints it.
    #[arg(long, env = "WAARBORG_BACKUP_KEEPER")]
    pub backup_keeper: Option<String>,
}

impl BackupSettings {
    /// What back-ups are made with; nothing when no place for them is named.
    pub fn backups(&self, data_dir: &Path) -> Result<Option<Backups>> {
        let (hot, cold) = match (placed(Tier::Hot)?, placed(Tier::Cold)?) {
            (None, None) => return Ok(None),
            (Some(hot), Some(cold)) => (hot, cold),
            _ => bail!(
                "back-ups lie in two places: set both WAARBORG_BACKUP_HOT and WAARBORG_BACKUP_COLD, or neither"
            ),
        };
        let stores = Stores::new(&hot, &cold)?;
        let recipients = Recipients::parse(self.backup_recipients.iter().map(String::as_str))?;
        ensure!(
            recipients.names().len() >= 2,
            "back-ups are made for two keys at least, that of operations and one that is kept elsewhere: set \
             WAARBORG_BACKUP_RECIPIENTS (`waarborg backup keygen` makes a key)"
        );
        let keeper = self.backup_keeper.as_deref().context(
            "somebody has to prove back-ups: set WAARBORG_BACKUP_KEEPER to what `waarborg backup keeper-key` \
             prints, and run `waarborg backup keeper` elsewhere",
        )?;
        let keeper = keeper.parse().context("WAARBORG_BACKUP_KEEPER")?;
        Ok(Some(Backups::new(stores, (recipients, keeper), data_dir.join("back-up"))))
    }
}

fn placed(tier: Tier) -> Result<Option<StorePlace>> {
    match StorePlace::read(tier, None, |name| std::env::var(name).ok()) {
        Ok(place) => Ok(Some(place)),
        Err(BadPlace::Unset(_)) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
