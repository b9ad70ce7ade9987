//! One environment's gate: its policy, and what it has counted.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use chrono::TimeDelta;
use kernel::{Instant, dutch_day};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{
    Channel, Cost, FirewallLimits, FirewallPolicy, OnTrip, Reason, Refusal, Subject,
    meter::Meter,
    tally::{Refusals, Tally},
};

/// The most subjects kept out at a time per environment.
const MOST_BLOCKS: usize = 4_096;

/// Somebody kept out for asking too much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub until: Instant,
    pub set_at: Instant,
}

/// Where a request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visitor {
    /// The address, as trusted proxies tell it.
    pub address: IpAddr,
    /// The door.
    pub channel: Channel,
}

#[derive(Debug)]
pub(super) struct Gate {
    state: Mutex<State>,
    /// Callers that wait for a place.
    waiting: AtomicUsize,
}

#[derive(Debug)]
struct State {
    policy: Arc<FirewallPolicy>,
    limits: FirewallLimits,
    meter: Meter,
    blocks: HashMap<Subject, Block>,
    /// Not yet written down.
    new_blocks: Vec<(Subject, Block)>,
    tally: Tally,
    /// One permit per request that may be worked on.
    places: Arc<Semaphore>,
}

impl Gate {
    pub(super) fn new(limits: FirewallLimits) -> Self {
        let state = State {
            policy: Arc::default(),
            limits,
            meter: Meter::default(),
            blocks: HashMap::new(),
            new_blocks: Vec::new(),
            tally: Tally::default(),
            places: places(&limits),
        };
        Self { state: Mutex::new(state), waiting: AtomicUsize::new(0) }
    }

    pub(super) fn policy(&self) -> Arc<FirewallPolicy> {
        Arc::clone(&self.state().policy)
    }

    /// Goes by another policy from now on.
    pub(super) fn set_policy(&self, policy: FirewallPolicy, limits: FirewallLimits) {
        let mut state = self.state();
        if let Some(cleared_at) = policy.cleared_at
            && state.policy.cleared_at < Some(cleared_at)
        {
            state.blocks.retain(|_, block| block.set_at > cleared_at);
            state.new_blocks.retain(|(_, block)| block.set_at > cleared_at);
            state.meter.clear();
        }
        if limits.concurrent_requests != state.limits.concurrent_requests {
            // Who has a place of the old kind keeps it to the end.
            state.places = places(&limits);
        }
        state.limits = limits;
        state.policy = Arc::new(policy);
    }

    /// Lets a request in by the rules and by its address's count, or says why not.
    pub(super) fn admit(&self, visitor: Visitor, cost: Cost, now: Instant) -> Result<(), Refusal> {
        let mut state = self.state();
        let decision = state.policy.decide(visitor.channel, visitor.address, dutch_day(now));
        if !decision.is_allowed() {
            let reason = decision.reason;
            return Err(state.refuse(visitor, Refusal { reason, retry_after: None }, now));
        }
        state.count(visitor, (Subject::address(visitor.address), cost), now)
    }

    /// Counts a request of somebody who is known by now.
    pub(super) fn charge(
        &self,
        visitor: Visitor,
        charge: (Subject, Cost),
        now: Instant,
    ) -> Result<(), Refusal> {
        self.state().count(visitor, charge, now)
    }

    /// Counts what was only measured afterwards.
    pub(super) fn settle(&self, (subject, cost): (Subject, Cost), now: Instant) {
        let mut state = self.state();
        let per_minute = subject.per_minute(&state.limits);
        state.meter.add(subject, (cost, per_minute), now.timestamp_micros());
    }

    /// A place among the requests that are worked on, if need be after a short wait.
    pub(super) async fn place(
        &self,
        visitor: Visitor,
        (patience, now): (Duration, Instant),
    ) -> Result<OwnedSemaphorePermit, Refusal> {
        let (places, most_waiting) = {
            let state = self.state();
            (Arc::clone(&state.places), state.limits.concurrent_requests as usize)
        };
        if let Ok(place) = Arc::clone(&places).try_acquire_owned() {
            return Ok(place);
        }
        let waiting = Waiting::join(&self.waiting);
        // Who waits keeps a connection, of which all environments together have a bounded number.
        if waiting.count <= most_waiting
            && let Ok(Ok(place)) = tokio::time::timeout(patience, places.acquire_owned()).await
        {
            return Ok(place);
        }
        let refusal = Refusal { reason: Reason::TooManyAtOnce, retry_after: Some(1) };
        Err(self.state().refuse(visitor, refusal, now))
    }

    /// Until when a subject is kept out.
    pub(super) fn blocked_until(&self, subject: Subject, now: Instant) -> Option<Instant> {
        self.state().blocked_until(subject, now)
    }

    /// Who is kept out, with until when.
    pub(super) fn blocks(&self, now: Instant) -> Vec<(Subject, Instant)> {
        let state = self.state();
        let in_force = state.blocks.iter().filter(|(_, block)| block.until > now);
        in_force.map(|(subject, block)| (*subject, block.until)).collect()
    }

    /// Keeps somebody out of whom another server, or this one before its restart, has said so.
    pub(super) fn restore_block(&self, subject: Subject, block: Block, now: Instant) {
        let mut state = self.state();
        let is_cleared = state.policy.cleared_at.is_some_and(|cleared_at| block.set_at <= cleared_at);
        if !is_cleared {
            state.keep_out(subject, block, now);
        }
    }

    /// Puts back what was counted before a restart.
    pub(super) fn restore_level(&self, subject: Subject, empty_at: i64, now: Instant) {
        self.state().meter.restore(subject, empty_at, now.timestamp_micros());
    }

    /// What is not yet written down.
    pub(super) fn take_notes(&self, now: Instant) -> Notes {
        let mut state = self.state();
        let now = now.timestamp_micros();
        Notes {
            levels: state.meter.heavy(now).collect(),
            blocks: std::mem::take(&mut state.new_blocks),
            refusals: state.tally.take(),
        }
    }

    /// It was not written down after all.
    pub(super) fn put_back(&self, notes: Notes) {
        let mut state = self.state();
        state.new_blocks.extend(notes.blocks);
        state.new_blocks.truncate(MOST_BLOCKS);
        state.tally.put_back(notes.refusals);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a gate has to have written down.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub levels: Vec<(Subject, i64)>,
    pub blocks: Vec<(Subject, Block)>,
    pub refusals: Vec<Refusals>,
}

impl State {
    fn count(
        &mut self,
        visitor: Visitor,
        (subject, cost): (Subject, Cost),
        now: Instant,
    ) -> Result<(), Refusal> {
        if let Some(until) = self.blocked_until(subject, now) {
            let refusal = Refusal { reason: Reason::Blocked, retry_after: Some(seconds_until(until, now)) };
            return Err(self.refuse(visitor, refusal, now));
        }
        let cost = (cost, subject.per_minute(&self.limits));
        let Err(seconds) = self.meter.take(subject, cost, now.timestamp_micros()) else { return Ok(()) };
        let retry_after = match self.limits.on_trip {
            OnTrip::Delay => Some(seconds),
            OnTrip::Refuse => None,
            OnTrip::Block => {
                let until = now + TimeDelta::minutes(self.limits.block_minutes.into());
                let block = Block { until, set_at: now };
                self.keep_out(subject, block, now);
                self.new_blocks.push((subject, block));
                Some(seconds_until(until, now))
            }
        };
        Err(self.refuse(visitor, Refusal { reason: subject.reason(), retry_after }, now))
    }

    fn blocked_until(&self, subject: Subject, now: Instant) -> Option<Instant> {
        self.blocks.get(&subject).map(|block| block.until).filter(|until| *until > now)
    }

    fn keep_out(&mut self, subject: Subject, block: Block, now: Instant) {
        if self.blocks.len() >= MOST_BLOCKS {
            self.blocks.retain(|_, block| block.until > now);
        }
        if self.blocks.len() < MOST_BLOCKS {
            self.blocks.insert(subject, block);
        }
    }

    fn refuse(&mut self, Visitor { address, channel }: Visitor, refusal: Refusal, now: Instant) -> Refusal {
        self.tally.note((address, channel, refusal.reason), now);
        refusal
    }
}

fn places(limits: &FirewallLimits) -> Arc<Semaphore> {
    Arc::new(Semaphore::new(limits.concurrent_requests.max(1) as usize))
}

fn seconds_until(until: Instant, now: Instant) -> u64 {
    u64::try_from((until - now).num_seconds()).unwrap_or_default().max(1)
}

/// A caller waiting for a place, counted for as long as it waits.
struct Waiting<'a> {
    all: &'a AtomicUsize,
    /// With this one.
    count: usize,
}

impl<'a> Waiting<'a> {
    fn join(all: &'a AtomicUsize) -> Self {
        Self { all, count: all.fetch_add(1, Ordering::Relaxed) + 1 }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.all.fetch_sub(1, Ordering::Relaxed);
    }
}
