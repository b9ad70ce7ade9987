//! The audit log: one event per change, written in the change's own transaction, and chained by hash so
//! that nothing in it can be changed unseen.
//!
//! The chain itself, its encoding and its verifier are in the crate `ledger`. What is personal in an event
//! (details, address) is sealed with a key of the person's own ([`keys`]): to erase somebody is to destroy
//! the key, and the chain, which hashes what is sealed, still holds.

pub mod action;
mod adopt;
mod chain;
mod entry;
pub(crate) mod event_row;
mod head;
mod key_row;
mod keys;
mod mask;
mod old_row;
mod query;
mod read;
mod refusal;
mod state;
mod state_row;
mod verification;
mod witness;

use kernel::Result;

pub use chain::{copy_page, end_of};
pub use entry::{ActorKind, AuditEntry};
pub use head::{Publication, public_key, publish_head, record_import, record_restore_point};
pub use keys::is_erased;
pub(crate) use keys::{destroy as destroy_key, open_all as open_keys, seal_all as seal_keys};
pub use query::AuditFilter;
pub(crate) use read::newest_first;
pub use read::{AuditChange, AuditEvent, actions, count, find_many, list, names};
pub(crate) use refusal::Refusals;
pub use refusal::{note_refusal, record_seldom};
pub use state::{Chain, ChainProblem, chain};
pub use verification::{Verification, verify, verify_snapshot};
pub(crate) use witness::Unpublished;
pub use witness::{NoWitness, Witness};

use crate::{Ctx, WriteTx};

/// Appends an event, in the transaction of the change it tells of. Sequence numbers have no gaps:
/// an environment has one write transaction at a time.
pub async fn record(ctx: &Ctx, tx: &WriteTx, entry: AuditEntry) -> Result<()> {
    // Boxed: every change carries this future along.
    Box::pin(chain::append(ctx, tx, entry::Draft::new(ctx, entry))).await
}
