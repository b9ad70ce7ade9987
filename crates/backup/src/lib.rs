//! Back-ups of environments.
//!
//! A back-up is a snapshot of the database, the files it speaks of, and a signed [`Manifest`] that says what is in
//! both. Everything is compressed and encrypted to public keys ([`Recipients`]) whose secret halves the server does
//! not have: it cannot read what it made. The manifest is written last, and without it nothing was made.
//! docs/BACKUP-FORMAT.md says how it lies in a [`Store`].

mod background;
mod chain;
pub mod desk;
mod fetch;
mod files;
mod handover;
mod keeper;
mod layout;
mod make;
mod making;
mod manifest;
mod pipe;
mod progress;
mod prove;
mod prune;
mod retention;
mod schedule;
mod scratch;
mod seal;
mod signed;
mod store;
mod verdict;

pub use background::in_background;
pub use fetch::{Backup, BadBackup};
pub use files::FileEntry;
pub use handover::{Handed, Handover, HandoverError, Request, Wanted};
pub use keeper::{Keeper, KeeperHealth};
pub use make::{Environment, MakeError, Source, Workshop, make};
pub use manifest::{
    AuditHead, FORMAT, FileList, Manifest, Part, Previous, SignedManifest, Table, Tier, Versions,
};
pub use progress::Progress;
pub use prove::{Examiner, Proof, Prover, Unproven, prove};
pub use prune::{PruneError, remove, sweep};
pub use retention::{Retention, Suspicious, outdated};
pub use schedule::{last_due, next_due, overdue_since};
pub use scratch::folder as scratch_folder;
pub use seal::{BadIdentity, BadRecipient, Identity, Measure, OpenError, Recipients};
pub use signed::BadStatement;
pub use store::{
    BadPlace, BadStores, Deleted, Endurance, Held, S3Place, SamePlace, Store, StoreCheck, StoreError,
    StorePlace, Stores,
};
pub use verdict::{BadVerdict, Drill, Outcome, Verdict};
