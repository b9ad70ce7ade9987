//! Everything that can be asked. Services decide.

mod audit;
mod backup;
mod dashboard;
mod factor;
mod firewall;
mod form;
mod general;
mod link;
mod people;

use async_graphql::MergedObject;

/// Everything that can be asked of the environment behind the hostname.
#[derive(MergedObject, Default)]
pub struct Query(
    general::GeneralQuery,
    people::PeopleQuery,
    link::LinkQuery,
    factor::FactorQuery,
    audit::AuditQuery,
    backup::BackupQuery,
    firewall::FirewallQuery,
    form::FormQuery,
    dashboard::DashboardQuery,
);
