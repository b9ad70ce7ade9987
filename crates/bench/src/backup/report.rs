//! What was found, and whether it is good enough.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{beside::Noticed, moving::ThereAndBack, restore::PutBack, side::Done, small::Small};
use crate::engine::Engine;

/// A back-up may take this many times what the plain pipeline takes.
const MOST_MAKE: f64 = 1.4;
/// A proof may take this many times what the back-up took.
const MOST_PROVE: f64 = 2.0;
/// Megabytes either may have in memory at most.
const MOST_MEMORY: f64 = 300.0;
/// A list may take this many times as long while back-ups are made, of a hundred lists the slowest.
const MOST_NOTICED: f64 = 1.5;
/// Seconds until a large environment is back.
const MOST_RESTORE: f64 = 60.0;
/// Seconds in which nobody can write while a large environment is moved.
const MOST_READ_ONLY: f64 = 5.0;
/// Hours of work that may be lost.
const MOST_LOST: f64 = 12.0;

/// What was found on one engine.
pub(super) struct Figures {
    pub(super) engine: Engine,
    pub(super) plain: Turns,
    pub(super) make: Turns,
    pub(super) prove: Turns,
    pub(super) noticed: Noticed,
    pub(super) put_back: PutBack,
    /// Where there is another place to go to.
    pub(super) moved: Option<ThereAndBack>,
    pub(super) small: Small,
    /// Hours between two hot back-ups.
    pub(super) hours: f64,
}

/// What one side took, turn by turn.
#[derive(Debug, Default)]
pub(super) struct Turns(pub(super) Vec<Done>);

impl Turns {
    fn middle(&self, of: impl Fn(&Done) -> f64) -> f64 {
        let mut found: Vec<f64> = self.0.iter().map(of).collect();
        found.sort_by(f64::total_cmp);
        found.get(found.len() / 2).copied().unwrap_or_default()
    }

    fn seconds(&self) -> f64 {
        self.middle(|done| done.seconds)
    }

    fn again(&self) -> f64 {
        self.middle(|done| done.again)
    }

    fn megabytes(&self) -> f64 {
        self.middle(|done| megabytes(done.bytes))
    }

    /// The most of all turns.
    fn memory(&self) -> f64 {
        self.0.iter().map(|done| megabytes(done.peak_kib * 1_024)).fold(0.0, f64::max)
    }
}

#[allow(clippy::cast_precision_loss, reason = "nobody has so many bytes")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

impl Figures {
    fn make_ratio(&self) -> f64 {
        self.make.seconds() / self.plain.seconds()
    }

    fn prove_ratio(&self) -> f64 {
        self.prove.seconds() / self.make.seconds()
    }

    fn noticed_ratio(&self) -> f64 {
        self.noticed.busy.percentile(99) / self.noticed.idle.percentile(99)
    }

    /// The longest.
    fn read_only(&self) -> f64 {
        self.moved.map_or(0.0, |moved| moved.there.read_only.max(moved.back.read_only))
    }

    /// Seconds until as many as a thousand small ones are back.
    fn thousand(&self) -> f64 {
        self.small.put_back / f64::from(self.small.count.max(1)) * 1_000.0
    }

    pub(super) fn print(&self) {
        let Self { engine, plain, make, prove, noticed, put_back, moved, small, hours } = self;
        println!("{engine}");
        println!("{:<52}{:>9}{:>12}{:>12}", "", "seconds", "lies, MB", "memory, MB");
        for (what, side) in [("plain: snapshot, zstd, age", plain), ("back-up", make), ("proof", prove)] {
            let (seconds, size, memory) = (side.seconds(), side.megabytes(), side.memory());
            println!("{what:<52}{seconds:>9.1}{size:>12.0}{memory:>12.0}");
        }
        println!("{:<52}{:>9.1}", "the next back-up, no file being new", make.again());
        println!("{:<52}{:>9.2}", "back-up / plain", self.make_ratio());
        println!("{:<52}{:>9.2}", "proof / back-up", self.prove_ratio());
        println!(
            "{:<52}{:>9.2}",
            "bytes of the back-up / of the plain one",
            make.megabytes() / plain.megabytes()
        );
        println!("{:<52}{:>9}{:>12}", "a list meanwhile, ms", "p50", "p99");
        for (what, of) in [("without back-ups", &noticed.idle), ("while they are made", &noticed.busy)] {
            println!("{what:<52}{:>9.1}{:>12.1}", of.percentile(50), of.percentile(99));
        }
        println!("{:<52}{:>9}{:>12.2}", "ratio", "", self.noticed_ratio());
        println!(
            "{:<52}{:>9.1}",
            format!("RTO: put back with {} lost files, s", put_back.files),
            put_back.seconds
        );
        println!("{:<52}{hours:>9.1}", "RPO: between two hot back-ups, h");
        if let Some(ThereAndBack { there, back }) = moved {
            println!(
                "{:<52}{:>9}{:>12}{:>12}",
                "moved while people write", "seconds", "read-only", "changes"
            );
            for (what, took) in [("into a file", there), ("to the cluster", back)] {
                println!("{what:<52}{:>9.1}{:>12.2}{:>12}", took.seconds, took.read_only, took.changed);
            }
        }
        let each = 1_000.0 / f64::from(small.count.max(1));
        let count = small.count;
        println!("{:<52}{:>9.0}", format!("back-up of one of {count} small ones, ms"), small.made * each);
        println!("{:<52}{:>9.0}", format!("one of {count} small ones put back, ms"), small.put_back * each);
        println!("{:<52}{:>9.0}\n", "RTO: 1,000 small ones, s", self.thousand());
    }

    pub(super) fn json(&self) -> Value {
        json!({
            "plainSeconds": self.plain.seconds(), "makeSeconds": self.make.seconds(),
            "proveSeconds": self.prove.seconds(), "nextSeconds": self.make.again(),
            "plainMegabytes": self.plain.megabytes(), "makeMegabytes": self.make.megabytes(),
            "makeRatio": self.make_ratio(), "proveRatio": self.prove_ratio(),
            "makeMemory": self.make.memory(), "proveMemory": self.prove.memory(),
            "idleP99": self.noticed.idle.percentile(99), "busyP99": self.noticed.busy.percentile(99),
            "noticedRatio": self.noticed_ratio(),
            "restoreSeconds": self.put_back.seconds, "restoredFiles": self.put_back.files,
            "movedSeconds": self.moved.map(|moved| [moved.there.seconds, moved.back.seconds]),
            "readOnlySeconds": self.moved.map(|moved| [moved.there.read_only, moved.back.read_only]),
            "smallMadeSeconds": self.small.made, "smallPutBackSeconds": self.small.put_back,
            "smallCount": self.small.count, "thousandSeconds": self.thousand(), "rpoHours": self.hours,
        })
    }

    /// Fails when a bound is broken, and names it.
    pub(super) fn require(&self) -> Result<()> {
        for (what, found, most) in [
            ("a back-up in times of the plain pipeline", self.make_ratio(), MOST_MAKE),
            ("a proof in times of a back-up", self.prove_ratio(), MOST_PROVE),
            ("megabytes in memory of a back-up", self.make.memory(), MOST_MEMORY),
            ("megabytes in memory of a proof", self.prove.memory(), MOST_MEMORY),
            ("p99 of a list in times of idle", self.noticed_ratio(), MOST_NOTICED),
            ("seconds until the environment is back", self.put_back.seconds, MOST_RESTORE),
            ("seconds in which nobody can write during a move", self.read_only(), MOST_READ_ONLY),
            ("hours between two hot back-ups", self.hours, MOST_LOST),
        ] {
            ensure!(found <= most, "{}: {what}: {found:.2}, and at most {most} is allowed", self.engine);
        }
        Ok(())
    }
}
