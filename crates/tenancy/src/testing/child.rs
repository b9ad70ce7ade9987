//! Processes that a test starts on its own databases.

use std::{ffi::OsString, process::Command};

use super::postgres::{CLUSTER, TestCluster, server};
use crate::TenancyConfig;

/// What a child is told; set for it only.
const DATA: &str = "WAARBORG_TEST_DATA";
const PREFIX: &str = "WAARBORG_TEST_PREFIX";

/// Tells a child where the databases of a test are, see [`config_of_parent`].
pub fn tell(command: &mut Command, config: &TenancyConfig) {
    command.env(DATA, &config.data_dir);
    if let Some(cluster) = config.clusters.get(CLUSTER) {
        command.env(PREFIX, &cluster.database_prefix);
    }
}

/// In a child: where the databases of the test that started it are. `None` in a process that no test started.
#[must_use]
pub fn config_of_parent() -> Option<TenancyConfig> {
    let embedded = TenancyConfig::embedded(std::env::var_os(DATA)?);
    Some(match std::env::var(PREFIX) {
        Ok(prefix) => TestCluster::of(prefix).config(embedded),
        Err(_) => embedded,
    })
}

/// What `waarborg` is told to work on the databases of a test.
#[must_use]
pub fn options(config: &TenancyConfig) -> Vec<OsString> {
    let mut options: Vec<OsString> = vec!["--data-dir".into(), config.data_dir.clone().into()];
    if let Some(cluster) = config.clusters.get(CLUSTER) {
        let admin = server();
        let (host, _) = admin.rsplit_once('/').expect("the address of a database");
        let control = format!("{host}/{}", TestCluster::of(cluster.database_prefix.clone()).control());
        options.extend(["--database-url".into(), control.into()]);
        options.extend(["--cluster".into(), format!("{CLUSTER}={admin}").into()]);
    }
    options
}
