//! Listens to what is asked of databases.

use std::{
    fmt::{self, Write},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use tracing::{
    Event, Level, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id},
};
use tracing_subscriber::{
    Layer,
    filter::{FilterFn, LevelFilter, Targets},
    fmt::layer as fmt_layer,
    layer::{Context, SubscriberExt},
    registry::LookupSpan,
    util::SubscriberInitExt,
};

/// What sqlx calls its own log of statements; it has a line for every one of them.
const TARGET: &str = "sqlx::query";

/// The span the server works on a request in.
const REQUEST: (&str, &str) = ("waarborg_server", "request");

/// What a SQLite connection is set up with: it tells of a pool that grows, not of who asks.
const SETTING_UP: &str = "PRAGMA";

static SEEN: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Listener;

/// Finds the first words of a statement among what sqlx tells of it.
#[derive(Default)]
struct Summary(String);

impl Visit for Summary {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            value.clone_into(&mut self.0);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Listener {
    fn on_event(&self, event: &Event<'_>, context: Context<'_, S>) {
        let mut spans = context.event_scope(event).into_iter().flatten();
        if event.metadata().target() != TARGET || !spans.any(|span| span.name() == REQUEST.1) {
            return;
        }
        let mut summary = Summary::default();
        event.record(&mut summary);
        if !summary.0.starts_with(SETTING_UP) {
            seen().push(summary.0);
        }
    }
}

fn seen() -> MutexGuard<'static, Vec<String>> {
    SEEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins to listen, for the whole process.
pub(crate) fn listen() {
    let heard = Targets::new().with_target(TARGET, Level::DEBUG).with_target(REQUEST.0, Level::INFO);
    let listener = Listener.with_filter(heard);
    let journal = Journal.with_filter(FilterFn::new(|_| IS_KEPT.load(Ordering::Relaxed)));
    // Shown with a test that fails: to the caller most faults only say that something is not there now.
    let told = fmt_layer().with_writer(std::io::stderr).with_ansi(false).with_filter(LevelFilter::WARN);
    // Who has set up a log already hears nothing, and the test that counts says so.
    let _already = tracing_subscriber::registry().with(listener).with(journal).with(told).try_init();
}

/// What the databases were asked meanwhile on behalf of requests: for tests that run alone. What the server
/// does of its own accord, such as a round of the mail, may fall anywhere and is not counted.
///
/// The first words of each statement, in the order they ended.
pub async fn statements<T>(work: impl Future<Output = T>) -> (Vec<String>, T) {
    seen().clear();
    let done = work.await;
    (std::mem::take(&mut *seen()), done)
}

/// Whether everything that is logged is kept.
static IS_KEPT: AtomicBool = AtomicBool::new(false);
static KEPT: Mutex<String> = Mutex::new(String::new());

struct Journal;

/// Writes every field of an event down.
struct Whole<'a>(&'a mut String);

impl Visit for Whole<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        // Writing to a text cannot fail.
        let _ = write!(self.0, "{field}={value:?} ");
    }
}

impl<S: Subscriber> Layer<S> for Journal {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_str(event.metadata().target());
        kept.push(' ');
        event.record(&mut Whole(&mut kept));
        kept.push('\n');
    }

    fn on_new_span(&self, attributes: &Attributes<'_>, _: &Id, _: Context<'_, S>) {
        attributes.record(&mut Whole(&mut KEPT.lock().unwrap_or_else(PoisonError::into_inner)));
    }
}

/// All that was logged meanwhile by anything in this process, at every level: for tests that run alone.
pub async fn journal<T>(work: impl Future<Output = T>) -> (String, T) {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).clear();
    IS_KEPT.store(true, Ordering::Relaxed);
    tracing::callsite::rebuild_interest_cache();
    let done = work.await;
    IS_KEPT.store(false, Ordering::Relaxed);
    (std::mem::take(&mut *KEPT.lock().unwrap_or_else(PoisonError::into_inner)), done)
}
