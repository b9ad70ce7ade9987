//! The database every environment has of its own.

mod m0001_user;
mod m0002_sign_in;
mod m0003_form;
mod m0004_record;
mod m0005_audit_event;
mod m0006_job;
mod m0007_upload;
mod m0008_access;
mod m0009_people;
mod m0010_mail;
mod m0011_factors;
mod m0012_audit_chain;
mod m0013_firewall;
mod m0014_form_engine;
mod m0015_record_bin;
mod m0016_file;
mod m0017_comment;
mod m0018_saved_view;
mod m0019_dashboard;
mod m0020_search;
mod m0021_list_index;
mod m0022_fence;
mod m0023_search_row;

pub use m0020_search::FILL_SEARCH;
pub use m0023_search_row::CONTINUE_SEARCH_ROWS;
use sea_orm_migration::prelude::*;

/// Brings an environment's database up to date.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_user::Migration),
            Box::new(m0002_sign_in::Migration),
            Box::new(m0003_form::Migration),
            Box::new(m0004_record::Migration),
            Box::new(m0005_audit_event::Migration),
            Box::new(m0006_job::Migration),
            Box::new(m0007_upload::Migration),
            Box::new(m0008_access::Migration),
            Box::new(m0009_people::Migration),
            Box::new(m0010_mail::Migration),
            Box::new(m0011_factors::Migration),
            Box::new(m0012_audit_chain::Migration),
            Box::new(m0013_firewall::Migration),
            Box::new(m0014_form_engine::Migration),
            Box::new(m0015_record_bin::Migration),
            Box::new(m0016_file::Migration),
            Box::new(m0017_comment::Migration),
            Box::new(m0018_saved_view::Migration),
            Box::new(m0019_dashboard::Migration),
            Box::new(m0020_search::Migration),
            Box::new(m0021_list_index::Migration),
            Box::new(m0022_fence::Migration),
            Box::new(m0023_search_row::Migration),
        ]
    }
}
