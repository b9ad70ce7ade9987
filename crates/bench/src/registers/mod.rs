//! The suite `registers`: pages of one large register, of every kind a list can be asked for, and files of all of it.
//!
//! Everything goes through the product's own services in one process: what is measured is the server's own part of
//! an answer.

mod files;
mod questions;

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use domain::{
    Ctx,
    form::Form,
    record::{self, RecordList},
};
use kernel::{Actor, Locale, PageRequest};
use serde_json::{Map, Value, json};

use crate::{
    data_set::Filled,
    engine::{Engine, Place},
    latency::Latencies,
};
use files::Files;
use questions::Question;

/// The most milliseconds a page may take, of a hundred pages the slowest but five.
const MOST: f64 = 30.0;
/// Records on a page.
const PAGE: u32 = 50;
/// Pages of each kind that do not count.
const WARM_UP: u32 = 3;
/// The longest one engine may take, loading included.
const ENGINE_TIME: Duration = Duration::from_mins(40);

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Records in the register
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    records: u32,
    /// Pages of each kind
    #[arg(long, default_value_t = 40, value_parser = clap::value_parser!(u32).range(5..=1_000))]
    rounds: u32,
    /// One engine only
    #[arg(long)]
    engine: Option<Engine>,
    /// Leave out exports and the import
    #[arg(long)]
    no_files: bool,
    /// Print the figures as one line of JSON instead of tables
    #[arg(long)]
    json: bool,
    /// Fail when a page that an index can answer takes longer than 30 ms
    #[arg(long)]
    assert: bool,
}

/// How long pages of one kind took, and how many records match.
struct Asked {
    name: &'static str,
    is_read_through: bool,
    page: Latencies,
    count: Latencies,
    matching: u64,
}

struct Figures {
    engine: Engine,
    asked: Vec<Asked>,
    files: Option<Files>,
}

/// Measures on one engine after the other and prints what came of it.
pub(crate) async fn run(args: &Args) -> Result<()> {
    let engines = args.engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut found = Vec::with_capacity(engines.len());
    for engine in engines {
        let place = Place::make(engine).await?;
        let measured = tokio::select! {
            measured = Box::pin(measure(&place, engine, args)) => measured,
            _ = tokio::signal::ctrl_c() => Err(anyhow!("interrupted")),
            () = tokio::time::sleep(ENGINE_TIME) => Err(anyhow!("{engine} took too long")),
        };
        place.remove().await?;
        found.push(measured?);
    }
    if args.json {
        let engines: Map<String, Value> =
            found.iter().map(|figures| (figures.engine.key().to_owned(), figures.json())).collect();
        println!("{}", json!({ "suite": "registers", "records": args.records, "engines": engines }));
    } else {
        for figures in &found {
            figures.print(args);
        }
    }
    for Figures { engine, asked, .. } in found.iter().filter(|_| args.assert) {
        for Asked { name, page, .. } in asked.iter().filter(|asked| !asked.is_read_through) {
            ensure!(page.percentile(95) <= MOST, "{engine}: a page of `{name}` takes more than {MOST} ms");
        }
    }
    Ok(())
}

async fn measure(place: &Place, engine: Engine, args: &Args) -> Result<Figures> {
    let filled =
        Box::pin(Filled::make(place, args.records, |done| eprintln!("{engine}: {done} records"))).await?;
    place.analyse().await?;
    let person = &filled.administrator;
    let ctx = filled.system.acting_as(Actor::User { id: person.id, role: person.role }, Locale::Nl);
    let mut asked = Vec::new();
    for question in questions::all(&filled, args.records) {
        asked.push(ask(&ctx, &filled.risks, (&question, args.rounds)).await?);
    }
    let files = if args.no_files { None } else { Some(Box::pin(files::measure(&filled, &ctx)).await?) };
    let Filled { app, system, .. } = filled;
    drop((ctx, system));
    app.close().await;
    Ok(Figures { engine, asked, files })
}

async fn ask(ctx: &Ctx, form: &Form, (question, rounds): (&Question, u32)) -> Result<Asked> {
    let Question { name, is_read_through, filter, sort } = question;
    let list = RecordList { form, filter, sort };
    let (page, count) = (Latencies::default(), Latencies::default());
    let mut found = Asked { name, is_read_through: *is_read_through, page, count, matching: 0 };
    for turn in 0..rounds + WARM_UP {
        let begin = Instant::now();
        record::list(ctx, list, &PageRequest::start(PAGE)).await?;
        let page = begin.elapsed();
        let begin = Instant::now();
        found.matching = record::count(ctx, list).await?;
        if turn >= WARM_UP {
            found.page.push(page);
            found.count.push(begin.elapsed());
        }
    }
    Ok(found)
}

impl Figures {
    fn print(&self, args: &Args) {
        let Self { engine, asked, files } = self;
        println!("{engine}, {} records, {} pages of {PAGE} of each kind", args.records, args.rounds);
        println!("{:<44}{:>10}{:>10}{:>12}{:>12}", "ms", "p50", "p95", "count p50", "matching");
        for Asked { name, page, count, matching, .. } in asked {
            let [p50, p95, counted] = [page.percentile(50), page.percentile(95), count.percentile(50)];
            println!("{name:<44}{p50:>10.2}{p95:>10.2}{counted:>12.2}{matching:>12}");
        }
        if let Some(files) = files {
            files.print();
        }
        println!();
    }

    fn json(&self) -> Value {
        let pages: Map<String, Value> = self
            .asked
            .iter()
            .map(|asked| {
                let [p50, p95] = [50, 95].map(|percent| asked.page.percentile(percent));
                (asked.name.to_owned(), json!({ "p50": p50, "p95": p95, "matching": asked.matching }))
            })
            .collect();
        json!({ "pages": pages, "files": self.files.as_ref().map(Files::json) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That the suite works; what it finds on a machine is asked with `--assert`, never of a test.
    #[tokio::test]
    async fn the_suite_asks_for_pages_of_every_kind_and_makes_files() {
        let args =
            Args { records: 300, rounds: 5, engine: None, no_files: false, json: false, assert: false };
        let place = Place::make(Engine::Sqlite).await.unwrap();
        let figures = Box::pin(measure(&place, Engine::Sqlite, &args)).await;
        place.remove().await.unwrap();
        let figures = figures.unwrap();
        let first = figures.asked.first().unwrap();
        assert_eq!((first.name, first.matching), ("the newest", 300));
        assert!(figures.asked.iter().all(|asked| asked.page.percentile(50) > 0.0));
        assert!(figures.json()["files"]["exports"][1]["bytes"].as_u64().unwrap() > 10_000);
    }
}
