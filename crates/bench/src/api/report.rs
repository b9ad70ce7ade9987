//! What was measured, in words and as JSON.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::{
    engine::Engine,
    latency::Latencies,
    ratio::{Line, Table},
};

/// What one server did in all its turns.
#[derive(Default)]
pub(super) struct Samples {
    /// With one caller.
    pub alone: Latencies,
    /// With many callers.
    pub crowd: Latencies,
    /// How long the many were at it.
    pub crowd_time: Duration,
    /// How often they were answered.
    pub crowd_requests: u32,
}

/// One server's figures.
pub(super) struct Figures {
    throughput: f64,
    alone: [f64; 2],
    crowd: [f64; 2],
    /// In MiB; not a number where the machine does not tell.
    memory: f64,
    /// For one list, on average.
    statements: f64,
}

impl Figures {
    /// Sums up.
    pub(super) fn new(samples: &Samples, peak_memory_kib: Option<u32>, statements: f64) -> Self {
        let percentiles = |of: &Latencies| [of.percentile(50), of.percentile(99)];
        Self {
            throughput: f64::from(samples.crowd_requests) / samples.crowd_time.as_secs_f64(),
            alone: percentiles(&samples.alone),
            crowd: percentiles(&samples.crowd),
            memory: peak_memory_kib.map_or(f64::NAN, |kib| f64::from(kib) / 1_024.0),
            statements,
        }
    }
}

/// Both servers' figures on one engine.
pub(super) struct Report {
    pub engine: Engine,
    pub records: u32,
    pub stack: Figures,
    pub bare: Figures,
}

impl Report {
    /// For people.
    pub(super) fn table(&self) -> Table {
        let heading = format!("{}, {} records", self.engine, self.records);
        let lines = self.lines().into_iter().map(|(_, line)| line).collect();
        Table { heading, lines }
    }

    /// The figures by their names in JSON.
    fn lines(&self) -> [(&'static str, Line); 7] {
        let ([stack_p50, stack_p99], [bare_p50, bare_p99]) = (self.stack.alone, self.bare.alone);
        let ([stack_crowd_p50, stack_crowd_p99], [bare_crowd_p50, bare_crowd_p99]) =
            (self.stack.crowd, self.bare.crowd);
        let (stack, bare) = (&self.stack, &self.bare);
        [
            ("throughput", Line::new("requests/s, 16 callers", stack.throughput, bare.throughput)),
            ("p50", Line::new("p50 in ms, 1 caller", stack_p50, bare_p50)),
            ("p99", Line::new("p99 in ms, 1 caller", stack_p99, bare_p99)),
            ("crowdP50", Line::new("p50 in ms, 16 callers", stack_crowd_p50, bare_crowd_p50)),
            ("crowdP99", Line::new("p99 in ms, 16 callers", stack_crowd_p99, bare_crowd_p99)),
            ("memory", Line::new("peak memory in MiB", stack.memory, bare.memory)),
            ("statements", Line::new("SQL statements per list", stack.statements, bare.statements)),
        ]
    }

    /// Ratios alone: they mean the same on every machine.
    fn ratios(&self) -> Value {
        let rounded = |line: Line| json!((line.ratio() * 100.0).round() / 100.0);
        let ratios = self.lines().map(|(name, line)| (name.to_owned(), rounded(line)));
        json!({ "records": self.records, "ratios": Map::from_iter(ratios) })
    }
}

/// One line of JSON: the ratios by engine.
pub(super) fn json(reports: &[Report]) -> Value {
    let engines: Map<String, Value> =
        reports.iter().map(|report| (report.engine.key().to_owned(), report.ratios())).collect();
    json!({ "suite": "api", "engines": engines })
}
