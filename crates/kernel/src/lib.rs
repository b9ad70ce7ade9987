//! What every crate of Waarborg speaks: ids, time, chance, language, pages, secrets, errors and who acts.
//!
//! Nothing in here performs I/O. Time and randomness come in through [`Clock`] and [`Random`], so
//! that every rule can be tested on a chosen moment with a chosen draw.

mod actor;
mod clock;
mod email_address;
mod error;
mod id;
mod locale;
mod page;
mod random;
mod secret_text;

pub use actor::{Actor, Role};
pub use clock::{Clock, FixedClock, Instant, SystemClock, dutch_day, dutch_midnight};
pub use email_address::{BadEmailAddress, EmailAddress};
pub use error::{Error, Result, UserError, UserErrors};
pub use id::{
    AccessGrantId, AccountId, ApiTokenId, AuditEventId, BackupRunId, BadId, CommentId, DashboardCardId,
    DashboardId, FileId, FileRevisionId, FirewallRuleId, FormId, FormRevisionId, GroupId, IdPrefix, JobId,
    MailId, PasskeyId, RecordChangeId, RecordId, RestoreId, SavedViewId, SessionId, SpareDatabaseId,
    TenantId, TypedId, UploadId, UserId, WorkId, global_id_prefix,
};
pub use locale::{Locale, Localized};
pub use page::{Cursor, MAX_PAGE_SIZE, Page, PageRequest};
pub use random::{Random, SeededRandom, SystemRandom};
pub use secret_text::SecretText;
