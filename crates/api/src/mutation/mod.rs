//! Everything that can be changed. Every payload has `userErrors`; services decide.

mod access;
mod account;
mod exchange;
mod form;
mod group;
mod preference;
mod record;
mod sign_in;
mod user_import;

use async_graphql::{Context, MergedObject};
use export::Work;

use crate::scope::Shared;

/// Everything that can be changed in one environment.
#[derive(MergedObject, Default)]
pub struct Mutation(
    sign_in::SignInMutation,
    preference::PreferenceMutation,
    record::RecordMutation,
    form::FormMutation,
    exchange::ExchangeMutation,
    account::AccountMutation,
    group::GroupMutation,
    access::AccessMutation,
    user_import::UserImportMutation,
);

/// What exports and imports work with: the request and the environment's files.
pub(crate) fn work(cx: &Context<'_>) -> Work {
    let scope = cx.scope();
    let blobs = cx.services().tenancy.blobs(&scope.environment);
    Work { ctx: scope.ctx.clone(), blobs, environment: scope.environment.name.clone() }
}
