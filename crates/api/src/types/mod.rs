//! Objects, enums and scalars of the schema.

mod account;
mod api_token;
mod audit;
mod backup;
mod change;
mod chart;
mod comment;
mod dashboard;
mod environment;
mod field;
mod field_kind;
mod field_rule;
mod file;
mod firewall;
mod form;
mod form_access;
mod form_change;
mod grant;
mod group;
mod import;
mod job;
mod mail;
mod node;
mod passkey;
mod prefetch;
pub(crate) mod prefetch_people;
mod record;
mod record_filter;
mod restore;
mod saved_view;
mod scalar;
mod scale;
mod session;
mod status;
mod upload;
mod user;
mod value;
mod value_more;

pub(crate) use account::{
    AccountConnection, AccountFilterInput, AccountKindName, AccountObject, account_connection, user_of,
};
pub(crate) use api_token::ApiTokenObject;
pub(crate) use audit::{
    AuditChainObject, AuditEventConnection, AuditEventObject, AuditFilterInput, event_connection, person,
};
pub(crate) use backup::{BackupRunObject, BackupsObject};
pub(crate) use change::{FieldChangeObject, RecordChangeObject};
pub(crate) use chart::{ChartDataObject, ChartInput, ChartObject};
pub(crate) use comment::CommentObject;
pub(crate) use dashboard::DashboardObject;
pub(crate) use environment::{EnvironmentObject, ViewerObject};
pub(crate) use field::FieldObject;
pub(crate) use field_kind::FieldKindName;
pub(crate) use field_rule::{DeadlineRuleObject, FieldConditionObject, FieldDefaultKindName};
pub(crate) use file::FileRevisionObject;
pub(crate) use firewall::{
    FirewallChannelName, FirewallInput, FirewallLimitsInput, FirewallObject, FirewallRefusalConnection,
    FirewallRefusalObject, FirewallRefusalTotals, FirewallRuleInput, FirewallVerdictObject,
    proposal as firewall_proposal,
};
pub(crate) use form::{FormCategoryName, FormObject, FormRequirementObject};
pub(crate) use form_access::FormRightName;
pub(crate) use form_change::{
    FormChangeObject, FormRevisionObject, FormUpgradeObject, Pack, RiskCriteriaObject,
};
pub(crate) use grant::{AccessGrantObject, AccessVisitObject};
pub(crate) use group::GroupObject;
pub(crate) use import::{ColumnMapping, ImportError, ImportPlanObject};
pub(crate) use job::JobObject;
pub(crate) use mail::{AccountLinkObject, MailObject, find_in_outbox, outbox};
pub(crate) use node::{Node, find as find_nodes};
pub(crate) use passkey::PasskeyObject;
pub(crate) use record::{
    RecordConnection, RecordFilterInput, RecordObject, RecordSortInput, parse_ids, record_connection,
};
pub(crate) use restore::{BackupComparisonObject, RestoreObject};
pub(crate) use saved_view::SavedViewObject;
pub(crate) use scalar::{Date, LocaleName, LocalizedInput, RoleName};
pub(crate) use scale::RiskScaleObject;
pub(crate) use session::SessionObject;
pub(crate) use status::{StatusKindName, StatusObject};
pub(crate) use upload::UploadObject;
pub(crate) use user::UserObject;
pub(crate) use value::YesNoNaName;
pub(crate) use value_more::{CountryObject, WebLinkObject};
