//! Everything that can be changed. Every payload has `userErrors`; services decide.

mod access;
mod account;
mod api_token;
mod archive;
mod audit;
mod backup;
mod comment;
mod dashboard;
mod exchange;
mod factor;
mod field_value;
mod firewall;
mod form;
mod form_input;
mod group;
mod passkey;
mod password;
mod preference;
mod record;
mod record_bulk;
mod record_life;
mod saved_view;
mod sign_in;
mod user_import;

use async_graphql::{Context, MergedObject};
use export::Work;

pub(crate) use backup::held_in;
pub(crate) use form_input::FormInput;

use crate::scope::Shared;

/// Everything that can be changed in one environment.
#[derive(MergedObject, Default)]
pub struct Mutation(
    sign_in::SignInMutation,
    factor::FactorMutation,
    passkey::PasskeyMutation,
    api_token::ApiTokenMutation,
    password::PasswordMutation,
    preference::PreferenceMutation,
    record::RecordMutation,
    record_bulk::RecordBulkMutation,
    record_life::RecordLifeMutation,
    comment::CommentMutation,
    saved_view::SavedViewMutation,
    dashboard::DashboardMutation,
    form::FormMutation,
    exchange::ExchangeMutation,
    account::AccountMutation,
    group::GroupMutation,
    access::AccessMutation,
    user_import::UserImportMutation,
    firewall::FirewallMutation,
    audit::AuditMutation,
    backup::BackupMutation,
    archive::ArchiveMutation,
);

/// What exports and imports work with: the request and the environment's files.
pub(crate) fn work(cx: &Context<'_>) -> Work {
    let scope = cx.scope();
    let blobs = cx.services().tenancy.blobs(&scope.environment);
    Work { ctx: scope.ctx.clone(), blobs, environment: scope.environment.name.clone() }
}
