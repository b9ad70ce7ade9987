//! What people notice of back-ups: how long a list takes, with back-ups made by the same server and without.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use ::backup::{Identity, Progress, Recipients, StorePlace, Stores, Tier};
use anyhow::{Context, Result};
use futures::{StreamExt, TryStreamExt, stream};
use serde::{Deserialize, Serialize};
use server::{App, Backups, backups_at_once};
use tokio::time::{sleep, timeout};

use super::side;
use crate::{
    api::question,
    data_set::DataSet,
    latency::Latencies,
    load::{self, Amount},
};

/// People who ask at the same time, each again as soon as they are answered.
const PEOPLE: u32 = 4;
/// Lists that do not count.
const WARM_UP: Amount = Amount { connections: PEOPLE, requests: 100 };
/// How often is looked whether back-ups are wanted.
const LOOK_EVERY: Duration = Duration::from_millis(20);
/// The longest a server takes to begin or end a back-up.
const PATIENCE: Duration = Duration::from_mins(10);
/// A file that is there while back-ups are wanted, and one while they are made.
const SWITCH: [&str; 2] = ["wanted", "under way"];

/// Back-ups that a server makes whenever the parent wants them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct BackUps {
    /// Where to work, and where the switch is.
    pub(super) folder: PathBuf,
    pub(super) recipients: Vec<String>,
}

/// How long lists take.
#[derive(Debug, Default)]
pub(super) struct Noticed {
    pub(super) idle: Latencies,
    pub(super) busy: Latencies,
}

impl BackUps {
    /// In a folder of its own.
    pub(super) fn new(folder: &Path, recipients: &[String]) -> Self {
        Self { folder: folder.to_owned(), recipients: recipients.to_vec() }
    }

    /// In the server: makes as many at a time as the product does, one for each store by turns, whole ones again and
    /// again, for as long as the switch is on.
    pub(crate) async fn make_while_asked(self, app: App) {
        let [wanted, under_way] = self.switch();
        loop {
            sleep(LOOK_EVERY).await;
            if !wanted.exists() {
                continue;
            }
            let outcome = async {
                fs::write(&under_way, "")?;
                while wanted.exists() {
                    Box::pin(self.make(&app)).await?;
                }
                fs::remove_file(&under_way)?;
                Ok::<_, anyhow::Error>(())
            };
            if let Err(error) = outcome.await {
                // Whoever waits for it to end sees that it never does.
                eprintln!("no back-up was made: {error:#}");
                return;
            }
        }
    }

    async fn make(&self, app: &App) -> Result<()> {
        let tenant = side::environment(app).await?;
        let folder = self.folder.join("beside");
        let place = |name| StorePlace::Folder(folder.join(name));
        let stores = Stores::new(&place("hot"), &place("cold"))?;
        let recipients = Recipients::parse(self.recipients.iter().map(String::as_str))?;
        let keeper = Identity::generate().0.signing_key().public();
        let backups = Backups::new(stores, (recipients, keeper), self.folder.join("work"));
        let progress = Progress::default();
        let made: Vec<_> =
            Tier::ALL.iter().map(|tier| backups.make(app, (&tenant, *tier), &progress)).collect();
        stream::iter(made).buffer_unordered(backups_at_once()).try_collect::<Vec<_>>().await?;
        fs::remove_dir_all(folder)?;
        Ok(())
    }

    fn switch(&self) -> [PathBuf; 2] {
        SWITCH.map(|name| self.folder.join(name))
    }

    async fn turn_on(&self) -> Result<()> {
        let [wanted, under_way] = self.switch();
        fs::write(wanted, "")?;
        until(|| under_way.exists()).await
    }

    async fn turn_off(&self) -> Result<()> {
        let [wanted, under_way] = self.switch();
        fs::remove_file(wanted)?;
        until(|| !under_way.exists()).await
    }
}

async fn until(is_so: impl Fn() -> bool) -> Result<()> {
    let waiting = async {
        while !is_so() {
            sleep(LOOK_EVERY).await;
        }
    };
    timeout(PATIENCE, waiting).await.context("a back-up beside the load neither begins nor ends")
}

/// Asks for lists by turns without and with back-ups.
pub(super) async fn measure(
    address: SocketAddr,
    data_set: &DataSet,
    (back_ups, (rounds, lists)): (&BackUps, (u32, u32)),
) -> Result<Noticed> {
    let target = question::of_stack(address, data_set)?;
    let answer = load::ask(&target).await?;
    load::measure(&target, &answer, WARM_UP).await?;
    let turn = Amount { connections: PEOPLE, requests: lists };
    let mut noticed = Noticed::default();
    for _ in 0..rounds {
        noticed.idle.append(load::measure(&target, &answer, turn).await?.latencies);
        back_ups.turn_on().await?;
        let busy = load::measure(&target, &answer, turn).await;
        back_ups.turn_off().await?;
        noticed.busy.append(busy?.latencies);
    }
    Ok(noticed)
}
