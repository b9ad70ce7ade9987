//! The suite `audit`: what an event in the log adds to a change, and how fast a log is checked.
//!
//! Both are measured through the product's own services, in one process. Changes with and without their event
//! take turns, so that whatever else the machine does falls on both.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use anyhow::{Result, anyhow, ensure};
use domain::{
    Ctx,
    audit::{self, AuditEntry},
    user::{self, NewUser, User},
};
use kernel::{Actor, Error, Locale, Role};
use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};
use server::App;
use tenancy::NewTenant;

use crate::{
    engine::{Engine, Place},
    latency::Latencies,
};

/// Changes made before anything counts.
const WARM_UP: u32 = 100;
/// Events that go into one transaction while the log is filled.
const BATCH: u32 = 1_000;
/// The most milliseconds an event may add to a change, of a hundred changes the slowest.
const MOST_ADDED: f64 = 1.0;
/// The fewest events a second a log is checked with.
const FEWEST_PER_SECOND: f64 = 100_000.0;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// Events in the log that is checked
    #[arg(long, default_value_t = 200_000, value_parser = clap::value_parser!(u32).range(1_000..=5_000_000))]
    events: u32,
    /// Changes with an event, and as many without
    #[arg(long, default_value_t = 3_000, value_parser = clap::value_parser!(u32).range(100..=100_000))]
    changes: u32,
    /// One engine only
    #[arg(long)]
    engine: Option<Engine>,
    /// Print the figures as one line of JSON instead of a table
    #[arg(long)]
    json: bool,
    /// Fail when an event adds too much, or a log is checked too slowly
    #[arg(long)]
    assert: bool,
}

/// One engine's figures.
struct Figures {
    engine: Engine,
    /// Milliseconds, at the median and the 99th percentile.
    with: [f64; 2],
    without: [f64; 2],
    /// Milliseconds of appending by itself, inside the transaction.
    append: [f64; 2],
    per_second: f64,
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
        };
        place.remove().await?;
        found.push(measured?);
    }
    if args.json {
        let engines: Map<String, Value> =
            found.iter().map(|figures| (figures.engine.key().to_owned(), figures.json())).collect();
        println!("{}", json!({ "suite": "audit", "events": args.events, "engines": engines }));
    } else {
        for figures in &found {
            figures.print(args);
        }
    }
    for figures in found.iter().filter(|_| args.assert) {
        ensure!(
            figures.append[1] <= MOST_ADDED,
            "{}: an event adds more than {MOST_ADDED} ms",
            figures.engine
        );
        ensure!(figures.per_second >= FEWEST_PER_SECOND, "{}: a log is checked too slowly", figures.engine);
    }
    Ok(())
}

async fn measure(place: &Place, engine: Engine, args: &Args) -> Result<Figures> {
    let app = Box::pin(App::start(place.residence().settings()?.tenancy()?)).await?;
    let new = NewTenant {
        slug: Place::slug(),
        name: "Metingen".to_owned(),
        host: "bench.localhost".to_owned(),
        locale: Locale::Nl,
    };
    let environment = Box::pin(app.tenancy.create_tenant(new)).await?;
    let system = Box::pin(app.as_system(&environment)).await?;
    let person = user::create(
        &system,
        NewUser {
            username: "beheer".to_owned(),
            email: "beheer@example.test".to_owned(),
            display_name: "Anna Beheer".to_owned(),
            role: Role::Administrator,
            locale: Locale::Nl,
        },
    )
    .await?;
    let ctx = system.acting_as(Actor::User { id: person.id, role: person.role }, Locale::Nl);

    let mut turns = Turns::default();
    for turn in 0..args.changes + WARM_UP {
        let (without, _) = change(&ctx, &person, false).await?;
        let (with, append) = change(&ctx, &person, true).await?;
        if turn >= WARM_UP {
            turns.without.push(without);
            turns.with.push(with);
            turns.append.push(append);
        }
    }
    fill(&system, &person, args.events).await?;
    place.analyse().await?;
    let per_second = check(&system).await?;
    drop((ctx, system));
    app.close().await;
    let percentiles = |of: &Latencies| [of.percentile(50), of.percentile(99)];
    Ok(Figures {
        engine,
        with: percentiles(&turns.with),
        without: percentiles(&turns.without),
        append: percentiles(&turns.append),
        per_second,
    })
}

#[derive(Default)]
struct Turns {
    with: Latencies,
    without: Latencies,
    append: Latencies,
}

/// One small change; how long it took in all, and its event by itself.
async fn change(ctx: &Ctx, person: &User, with_event: bool) -> Result<(Duration, Duration)> {
    let begin = Instant::now();
    let append = ctx
        .write(async |tx| {
            let statement = format!(
                "UPDATE app_user SET last_signed_in_at = last_signed_in_at WHERE username = '{}'",
                person.username
            );
            tx.connection().execute_unprepared(&statement).await.map_err(Error::internal)?;
            let begin = Instant::now();
            if with_event {
                audit::record(ctx, tx, event(person, 0)).await?;
            }
            Ok(begin.elapsed())
        })
        .await?;
    Ok((begin.elapsed(), append))
}

fn event(person: &User, number: u32) -> AuditEntry {
    AuditEntry::about("record.updated", person.id).with(json!({
        "code": "INC-0001", "version": number, "changes": { "title": ["Lekkage", "Lekkage in de kelder"] },
    }))
}

async fn fill(system: &Ctx, person: &User, events: u32) -> Result<()> {
    for first in (0..events).step_by(BATCH as usize) {
        system
            .write(async |tx| {
                for number in first..events.min(first + BATCH) {
                    audit::record(system, tx, event(person, number)).await?;
                }
                Ok(())
            })
            .await?;
        eprintln!("{} of {events} events", events.min(first + BATCH));
    }
    Ok(())
}

/// Events a second, of the better of two checks: the first one warms up.
async fn check(system: &Ctx) -> Result<f64> {
    let mut best = 0.0_f64;
    for _ in 0..2 {
        let begin = Instant::now();
        let found = audit::verify(system, |_, _| ControlFlow::Continue(())).await?;
        let found = found.ok_or_else(|| anyhow!("a check was stopped"))?;
        ensure!(found.problem.is_none(), "the log is not sound: {:?}", found.problem);
        let events = u32::try_from(found.seq)?;
        best = best.max(f64::from(events) / begin.elapsed().as_secs_f64());
    }
    Ok(best)
}

impl Figures {
    fn print(&self, args: &Args) {
        let Self { engine, with, without, append, per_second } = self;
        println!("{engine}, {} changes of each kind, {} events", args.changes, args.events);
        println!("{:<44}{:>10}{:>10}", "", "p50", "p99");
        for (what, [p50, p99]) in [
            ("change with its event, ms", with),
            ("change without, ms", without),
            ("the event alone, ms", append),
        ] {
            println!("{what:<44}{p50:>10.3}{p99:>10.3}");
        }
        println!("{:<44}{per_second:>20.0}\n", "events checked a second");
    }

    fn json(&self) -> Value {
        json!({
            "withP50": self.with[0], "withP99": self.with[1],
            "withoutP50": self.without[0], "withoutP99": self.without[1],
            "appendP50": self.append[0], "appendP99": self.append[1],
            "eventsPerSecond": self.per_second.round(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// That the suite works; what it finds on a machine is asked with `--assert`, never of a test.
    #[tokio::test]
    async fn aud_11_the_suite_measures_what_an_event_adds_and_how_fast_a_log_is_checked() {
        let args = Args { events: 1_000, changes: 100, engine: None, json: false, assert: false };
        let place = Place::make(Engine::Sqlite).await.unwrap();
        let figures = Box::pin(measure(&place, Engine::Sqlite, &args)).await;
        place.remove().await.unwrap();
        let figures = figures.unwrap();
        assert!(figures.per_second > 0.0);
        assert!(figures.append.iter().chain(&figures.with).chain(&figures.without).all(|ms| *ms > 0.0));
        assert!(figures.with[0] > figures.without[0], "a change with an event is more work than one without");
    }
}
