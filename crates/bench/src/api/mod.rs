//! The suite `api`: the list of 50 records through the whole stack, beside a bare handler.

mod answer;
mod bare;
pub(crate) mod question;
mod report;
mod rows;
pub(crate) mod stack;
mod statements;

use std::time::Duration;

use anyhow::{Context, Result, anyhow, ensure};
use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::time::timeout;

use crate::{
    child::ServerProcess,
    data_set::DataSet,
    engine::{Engine, Place},
    load::{self, Amount, Target},
};
pub(crate) use bare::Register;
use report::{Figures, Report};
use statements::Statements;

/// Asked of each server before anything counts.
const WARM_UP: Amount = Amount { connections: 4, requests: 200 };
/// How long one answer takes when nobody else asks.
const ALONE: Amount = Amount { connections: 1, requests: 300 };
/// How much is answered when many ask.
const CROWD: Amount = Amount { connections: 16, requests: 1_000 };
/// The longest one engine may take, loading included.
const ENGINE_TIME: Duration = Duration::from_mins(30);

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Records in the register
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u32).range(100..=1_000_000))]
    records: u32,
    /// Turns each server gets
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,
    /// One engine only
    #[arg(long)]
    engine: Option<Engine>,
    /// Print the ratios as one line of JSON instead of tables
    #[arg(long)]
    json: bool,
}

/// What a child process serves.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Description {
    /// The product.
    Stack(stack::Description),
    /// What it is compared with.
    Bare(bare::Description),
}

/// In a child: serves.
pub(crate) async fn serve(description: Description) -> Result<()> {
    match description {
        Description::Stack(description) => Box::pin(stack::serve(description)).await,
        Description::Bare(description) => bare::serve(description).await,
    }
}

/// Measures on one engine after the other and prints what came of it.
pub(crate) async fn run(args: &Args) -> Result<()> {
    let engines = args.engine.map_or_else(|| Engine::ALL.to_vec(), |engine| vec![engine]);
    let mut reports = Vec::with_capacity(engines.len());
    for engine in engines {
        let place = Place::make(engine).await?;
        let measured = tokio::select! {
            measured = timeout(ENGINE_TIME, Box::pin(measure(&place, engine, args))) => {
                measured.with_context(|| format!("{engine} took too long")).flatten()
            }
            _ = tokio::signal::ctrl_c() => Err(anyhow!("interrupted")),
        };
        place.remove().await?;
        reports.push(measured?);
    }
    if args.json {
        println!("{}", report::json(&reports));
    } else {
        for report in &reports {
            println!("{}", report.table());
        }
    }
    Ok(())
}

async fn measure(place: &Place, engine: Engine, args: &Args) -> Result<Report> {
    let data_set = DataSet::load(place, args.records, |done| {
        tell(engine, &format!("{done} of {} records", args.records));
    })
    .await?;
    place.analyse().await?;
    tell(engine, "reading the product's SQL log");
    let statements = statements::read(place.residence(), &data_set).await?;
    let (stack_statements, bare_statements) = (statements.issued, Statements::OF_THE_LIST);
    tell(engine, "starting both servers");
    let stack = stack::Description { residence: place.residence(), statement_log: None, back_ups: None };
    let bare = bare::Description {
        database: place.database(),
        statements,
        risks: data_set.risks.clone(),
        assets: data_set.assets.clone(),
    };
    let stack = ServerProcess::start(&Description::Stack(stack)).await?;
    let bare = ServerProcess::start(&Description::Bare(bare)).await?;
    let mut pair = Pair {
        stack: Side::open(question::of_stack(stack.address, &data_set)?).await?,
        bare: Side::open(question::of_bare(&bare)).await?,
    };
    pair.require_same_content()?;
    for round in 1..=args.rounds {
        tell(engine, &format!("round {round} of {}", args.rounds));
        pair.stack.take_turn().await?;
        pair.bare.take_turn().await?;
    }
    Ok(Report {
        engine,
        records: args.records,
        stack: pair.stack.figures(&stack, stack_statements),
        bare: pair.bare.figures(&bare, bare_statements),
    })
}

/// Both servers under load.
struct Pair {
    stack: Side,
    bare: Side,
}

impl Pair {
    /// A comparison of answers that differ would be worth nothing.
    fn require_same_content(&self) -> Result<()> {
        let (stack, bare) = (self.stack.content()?, self.bare.content()?);
        let nodes = stack.pointer("/data/form/records/nodes").and_then(Value::as_array);
        let listed = nodes.map_or(0, Vec::len);
        ensure!(listed == question::PAGE, "the product lists {listed} records: {stack}");
        ensure!(stack == bare, "the answers differ.\nStack: {stack}\nBare: {bare}");
        Ok(())
    }
}

/// One server under load.
struct Side {
    target: Target,
    answer: Bytes,
    figures: report::Samples,
}

impl Side {
    /// Asks for the answer that all others are held against, and warms up.
    async fn open(target: Target) -> Result<Self> {
        let answer = load::ask(&target).await?;
        load::measure(&target, &answer, WARM_UP).await?;
        Ok(Self { target, answer, figures: report::Samples::default() })
    }

    fn content(&self) -> Result<Value> {
        serde_json::from_slice(&self.answer).context("an answer that is no JSON")
    }

    async fn take_turn(&mut self) -> Result<()> {
        self.figures.alone.append(load::measure(&self.target, &self.answer, ALONE).await?.latencies);
        let crowd = load::measure(&self.target, &self.answer, CROWD).await?;
        self.figures.crowd.append(crowd.latencies);
        self.figures.crowd_time += crowd.elapsed;
        self.figures.crowd_requests += CROWD.requests;
        Ok(())
    }

    fn figures(&self, process: &ServerProcess, statements: f64) -> Figures {
        Figures::new(&self.figures, process.peak_memory_kib(), statements)
    }
}

fn tell(engine: Engine, step: &str) {
    eprintln!("{engine}: {step}");
}
