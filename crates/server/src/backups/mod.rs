//! Back-ups, as the server makes and keeps them.

mod alert;
mod asking;
mod health;
mod look;
mod restore;
mod settings;
mod watch;
mod work;

use std::{path::PathBuf, sync::Arc, time::Duration};

use ::backup::{Recipients, Stores};
use kernel::{SystemClock, SystemRandom, WorkId};
use ledger::{HeadKey, PublicKey};
use tenancy::Tenancy;

pub(crate) use health::{Health, health, problems};
pub(crate) use look::OpenLooks;
pub use settings::BackupSettings;
pub use watch::at_once;
pub(crate) use watch::watch;

/// What the key that signs manifests is derived for.
const SIGNING: &str = "back-up manifests";

/// How often the server looks what is to be done.
const TICK: Duration = Duration::from_secs(10);

/// What back-ups are made with. Cheap to clone.
#[derive(Clone)]
pub struct Backups(Arc<Shared>);

struct Shared {
    stores: Stores,
    recipients: Recipients,
    /// What the one who proves signs with.
    keeper: PublicKey,
    /// A folder for copies while they are worked on.
    scratch: PathBuf,
    /// This server, among others.
    server: WorkId,
    tick: Duration,
}

impl Backups {
    /// Back-ups in these two stores, that these keys open and that this keeper proves.
    #[must_use]
    pub fn new(stores: Stores, (recipients, keeper): (Recipients, PublicKey), scratch: PathBuf) -> Self {
        let server = WorkId::generate(&SystemClock, &SystemRandom);
        Self(Arc::new(Shared { stores, recipients, keeper, scratch, server, tick: TICK }))
    }

    /// The same, with another time between two looks at what is to be done.
    #[must_use]
    pub fn looking_every(self, tick: Duration) -> Self {
        let Shared { stores, recipients, keeper, scratch, server, .. } = &*self.0;
        Self(Arc::new(Shared {
            stores: stores.clone(),
            recipients: recipients.clone(),
            keeper: *keeper,
            scratch: scratch.clone(),
            server: *server,
            tick,
        }))
    }
}

/// What this installation signs manifests with.
#[must_use]
pub fn signing_key(tenancy: &Tenancy) -> HeadKey {
    HeadKey::new(&tenancy.keys().derive_shared(SIGNING))
}
