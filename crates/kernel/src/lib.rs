//! What every crate of Waarborg speaks: ids, time, chance, language, pages, errors and who acts.
//!
//! Nothing in here performs I/O. Time and randomness come in through [`Clock`] and [`Random`], so
//! that every rule can be tested on a chosen moment with a chosen draw.

mod actor;
mod clock;
mod error;
mod id;
mod locale;
mod page;
mod random;

pub use actor::{Actor, Role};
pub use clock::{Clock, FixedClock, Instant, SystemClock};
pub use error::{Error, Result, UserError, UserErrors};
pub use id::{
    AuditEventId, BadId, FormId, FormRevisionId, IdPrefix, JobId, RecordChangeId, RecordId, SessionId,
    TenantId, TypedId, UploadId, UserId, global_id_prefix,
};
pub use locale::{Locale, Localized};
pub use page::{Cursor, MAX_PAGE_SIZE, Page, PageRequest};
pub use random::{Random, SeededRandom, SystemRandom};
