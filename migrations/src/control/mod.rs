//! The control database: which environments there are, and where each one's database is.

mod m0001_tenant;
mod m0002_installation;
mod m0003_firewall;
mod m0004_relocation;
mod m0005_backup;
mod m0006_look;
mod m0007_notice;

use sea_orm_migration::prelude::*;

/// Brings the control database up to date.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_tenant::Migration),
            Box::new(m0002_installation::Migration),
            Box::new(m0003_firewall::Migration),
            Box::new(m0004_relocation::Migration),
            Box::new(m0005_backup::Migration),
            Box::new(m0006_look::Migration),
            Box::new(m0007_notice::Migration),
        ]
    }
}
