//! The suite `backup`: what a back-up, its proof and putting back cost, beside the plainest pipeline that could be
//! written, and what people notice of it.

mod beside;
mod files;
mod moving;
mod plain;
mod report;
mod restore;
mod side;
mod small;

use std::{path::Path, time::Duration};

use ::backup::{Identity, Tier, last_due, next_due};
use anyhow::{Result, anyhow};
use kernel::{Actor, Locale};
use serde_json::{Map, Value, json};
use server::{App, http::HttpSettings};
use tempfile::TempDir;
use tokio::sync::oneshot;

use crate::{
    api::{Description, stack},
    child::{self, ServerProcess},
    data_set::{DataSet, Filled},
    engine::{Engine, Place},
};
pub(crate) use beside::BackUps;
use beside::Noticed;
use report::{Figures, Turns};
pub(crate) use side::run as work;
use side::{Done, Job, Work};
use small::Small;

/// The longest one engine may take, loading included.
const ENGINE_TIME: Duration = Duration::from_hours(1);

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Records of the large environment
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    records: u32,
    /// Megabytes of its files
    #[arg(long, default_value_t = 900, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    megabytes: u32,
    /// Turns each side gets
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=20))]
    rounds: u32,
    /// Lists asked for in each turn, without back-ups and with them
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(10..=100_000))]
    lists: u32,
    /// Small environments
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    small: u32,
    /// One engine only
    #[arg(long)]
    engine: Option<Engine>,
    /// Print the figures as one line of JSON instead of a table
    #[arg(long)]
    json: bool,
    /// Fail when a bound is broken
    #[arg(long)]
    assert: bool,
}

/// Measures on one engine after the other and prints what came of it.
pub(crate) async fn run(args: &Args) -> Result<()> {
    let engines = args.engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut found = Vec::with_capacity(engines.len());
    for engine in engines {
        let measured = tokio::select! {
            measured = Box::pin(measure(engine, (args, Runs::Apart))) => measured,
            _ = tokio::signal::ctrl_c() => Err(anyhow!("interrupted")),
            () = tokio::time::sleep(ENGINE_TIME) => Err(anyhow!("{engine} took too long")),
        };
        let measured = measured?;
        // At once: the other engine takes its time.
        if !args.json {
            measured.print();
        }
        found.push(measured);
    }
    if args.json {
        let engines: Map<String, Value> =
            found.iter().map(|figures| (figures.engine.key().to_owned(), figures.json())).collect();
        let Args { records, megabytes, .. } = args;
        println!(
            "{}",
            json!({ "suite": "backup", "records": records, "megabytes": megabytes, "engines": engines })
        );
    }
    found.iter().filter(|_| args.assert).try_for_each(Figures::require)
}

/// Where what is measured runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Runs {
    /// In processes of their own.
    Apart,
    /// In this one: its memory means nothing.
    #[cfg_attr(not(test), expect(dead_code, reason = "for the test of this suite"))]
    Here,
}

async fn measure(engine: Engine, (args, runs): (&Args, Runs)) -> Result<Figures> {
    let (identity, secret) = Identity::generate();
    let recipients = [identity.recipient(), Identity::generate().0.recipient()];
    let folder = tempfile::tempdir()?;
    let place = Place::make(engine).await?;
    let suite = Suite { engine, args, runs, place: &place, folder: &folder, recipients: &recipients };
    let measured = Box::pin(suite.large((&identity, &secret))).await;
    place.remove().await?;
    let mut figures = measured?;
    suite_told(engine, "small environments");
    let place = Place::make(engine).await?;
    let small = Box::pin(small::measure(&place, (folder.path(), &identity, &recipients), args.small)).await;
    place.remove().await?;
    figures.small = small?;
    Ok(figures)
}

/// One engine's measurements.
struct Suite<'a> {
    engine: Engine,
    args: &'a Args,
    runs: Runs,
    place: &'a Place,
    /// Where to work; of this machine's disk, like the data.
    folder: &'a TempDir,
    recipients: &'a [String],
}

impl Suite<'_> {
    /// Everything about the large environment.
    async fn large(&self, (identity, secret): (&Identity, &str)) -> Result<Figures> {
        let files = self.folder.path().join("files");
        let (data_set, hours) = self.fill(&files).await?;
        let job = Job {
            work: Work::Plain,
            residence: self.place.residence(),
            database: self.place.database(),
            files,
            folder: self.folder.path().to_owned(),
            recipients: self.recipients.to_vec(),
            secret: secret.to_owned(),
        };
        let [mut plain, mut make, mut prove] = <[Turns; 3]>::default();
        for round in 1..=self.args.rounds {
            self.tell(&format!("round {round} of {}", self.args.rounds));
            for (work, turns) in
                [(Work::Plain, &mut plain), (Work::Make, &mut make), (Work::Prove, &mut prove)]
            {
                turns.0.push(self.done(Job { work, ..job.clone() }).await?);
            }
        }
        std::fs::remove_dir_all(&job.files)?;
        self.tell("lists while back-ups are made");
        let noticed = self.noticed(&data_set).await?;
        self.tell("putting it back");
        let residence = self.place.residence();
        let about = (self.folder.path(), identity, self.recipients);
        let put_back = Box::pin(restore::measure(&residence, about)).await?;
        self.tell("moving it");
        let moved = Box::pin(moving::measure(&residence, self.folder.path())).await?;
        Ok(Figures {
            engine: self.engine,
            plain,
            make,
            prove,
            noticed,
            put_back,
            moved,
            small: Small::default(),
            hours,
        })
    }

    /// Makes the environment; who may ask, and the hours between two of its hot back-ups.
    async fn fill(&self, files: &Path) -> Result<(DataSet, f64)> {
        let Args { records, megabytes, .. } = *self.args;
        let told = |done| self.tell(&format!("{done} of {records} records"));
        let filled = Box::pin(Filled::make(self.place, records, told)).await?;
        let person = &filled.administrator;
        let ctx = filled.system.acting_as(Actor::User { id: person.id, role: person.role }, Locale::Nl);
        let blobs = filled.app.tenancy.blobs(&filled.environment);
        let bytes = usize::try_from(megabytes)? * 1_000_000;
        let count = files::keep(&ctx, &blobs, (bytes, files)).await?;
        self.tell(&format!("{count} files of {megabytes} MB"));
        let (id, now) = (filled.environment.id, filled.app.domain.now());
        let between = next_due(Tier::Hot, id, now) - last_due(Tier::Hot, id, now);
        drop(ctx);
        let data_set = DataSet::of(filled).await?;
        self.place.analyse().await?;
        Ok((data_set, between.as_seconds_f64() / 3_600.0))
    }

    async fn done(&self, job: Job) -> Result<Done> {
        match self.runs {
            Runs::Apart => child::work(&job).await,
            Runs::Here => Box::pin(work(job)).await,
        }
    }

    /// Lists of a server of its own.
    async fn noticed(&self, data_set: &DataSet) -> Result<Noticed> {
        let back_ups = BackUps::new(self.folder.path(), self.recipients);
        let amounts = (self.args.rounds, self.args.lists);
        let residence = self.place.residence();
        match self.runs {
            Runs::Apart => {
                let back_ups = back_ups.clone();
                let stack = stack::Description { residence, statement_log: None, back_ups: Some(back_ups) };
                let server = ServerProcess::start(&Description::Stack(stack)).await?;
                let back_ups = BackUps::new(self.folder.path(), self.recipients);
                beside::measure(server.address, data_set, (&back_ups, amounts)).await
            }
            Runs::Here => {
                let app = Box::pin(App::start(residence.settings()?.tenancy()?)).await?;
                let listener = child::listen().await?;
                let address = listener.local_addr()?;
                let making = tokio::spawn(back_ups.clone().make_while_asked(app.clone()));
                let (stop, stopped) = oneshot::channel::<()>();
                let served = tokio::spawn(async move {
                    Box::pin(app.serve(listener, HttpSettings::default(), async { drop(stopped.await) }))
                        .await;
                });
                let noticed = beside::measure(address, data_set, (&back_ups, amounts)).await;
                making.abort();
                drop(stop);
                served.await?;
                noticed
            }
        }
    }

    fn tell(&self, step: &str) {
        suite_told(self.engine, step);
    }
}

fn suite_told(engine: Engine, step: &str) {
    eprintln!("{engine}: {step}");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That the suite works; what it finds on a machine is asked with `--assert`, never of a test.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn bak_15_the_suite_makes_proves_and_puts_back_and_tells_what_each_took() {
        let args = Args {
            records: 200,
            megabytes: 3,
            rounds: 1,
            lists: 20,
            small: 2,
            engine: None,
            json: false,
            assert: false,
        };
        let figures = Box::pin(measure(Engine::Sqlite, (&args, Runs::Here))).await.unwrap();
        let json = figures.json();
        for figure in [
            "plainSeconds",
            "makeSeconds",
            "proveSeconds",
            "nextSeconds",
            "restoreSeconds",
            "idleP99",
            "busyP99",
        ] {
            assert!(json[figure].as_f64().unwrap() > 0.0, "{figure}: {json}");
        }
        assert_eq!(
            (&json["restoredFiles"], &json["rpoHours"], &json["smallCount"]),
            (&json!(5), &json!(12.0), &json!(2))
        );
    }
}
