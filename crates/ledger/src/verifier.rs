//! Checks a log against its own chain and against heads that were kept elsewhere.

use std::{collections::VecDeque, fmt};

use kernel::{Instant, TenantId};

use crate::{Event, Hash, PublicKey, SignedHead, genesis};

/// What is wrong with a log, and where it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// What an event says is not what it said when it was chained.
    Edited {
        /// The first event that was changed.
        seq: i64,
    },
    /// An event is not there, and others after it are.
    Missing {
        /// The first that is missing.
        seq: i64,
    },
    /// An event stands elsewhere than its number says, or twice.
    OutOfOrder {
        /// The first that stands wrong.
        seq: i64,
    },
    /// An event is sound but does not go on from the one before it: one was put in, or another taken for it.
    Unlinked {
        /// The first that does not go on.
        seq: i64,
    },
    /// The chain begins as another environment's.
    Foreign,
    /// The chain is sound, but is not the one whose head was published: all of it from here on was made anew.
    Rewritten {
        /// The first event that no published head vouches for.
        seq: i64,
        /// The published head that it contradicts.
        published: i64,
    },
    /// The log ends before an event that was published: its tail was cut, or an older copy put back.
    Cut {
        /// The first that is missing.
        seq: i64,
        /// The last that was published.
        published: i64,
    },
    /// A published head is of another environment, or not signed with the key it should be.
    HeadNotTrusted {
        /// The head's event.
        seq: i64,
    },
    /// Two published heads cannot be of one chain.
    HeadsDisagree {
        /// The later head's event.
        seq: i64,
    },
}

impl Problem {
    /// A name for programs and for the client's sentences.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Edited { .. } => "AUDIT_EVENT_EDITED",
            Self::Missing { .. } => "AUDIT_EVENT_MISSING",
            Self::OutOfOrder { .. } => "AUDIT_EVENT_OUT_OF_ORDER",
            Self::Unlinked { .. } => "AUDIT_EVENT_UNLINKED",
            Self::Foreign => "AUDIT_LOG_FOREIGN",
            Self::Rewritten { .. } => "AUDIT_LOG_REWRITTEN",
            Self::Cut { .. } => "AUDIT_LOG_CUT",
            Self::HeadNotTrusted { .. } => "AUDIT_HEAD_NOT_TRUSTED",
            Self::HeadsDisagree { .. } => "AUDIT_HEADS_DISAGREE",
        }
    }

    /// Where it begins.
    #[must_use]
    pub const fn seq(&self) -> i64 {
        match self {
            Self::Edited { seq }
            | Self::Missing { seq }
            | Self::OutOfOrder { seq }
            | Self::Unlinked { seq }
            | Self::Rewritten { seq, .. }
            | Self::Cut { seq, .. }
            | Self::HeadNotTrusted { seq }
            | Self::HeadsDisagree { seq } => *seq,
            Self::Foreign => 1,
        }
    }

    /// The published head it contradicts, if it is one that matters.
    #[must_use]
    pub const fn published(&self) -> Option<i64> {
        match self {
            Self::Rewritten { published, .. } | Self::Cut { published, .. } => Some(*published),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Edited { seq } => write!(f, "event {seq} was changed after it was written"),
            Self::Missing { seq } => write!(f, "event {seq} is missing, and later ones are there"),
            Self::OutOfOrder { seq } => write!(f, "event {seq} does not stand where its number says"),
            Self::Unlinked { seq } => {
                write!(f, "event {seq} does not go on from the one before: something was put in or replaced")
            }
            Self::Foreign => write!(f, "this is the log of another environment"),
            Self::Rewritten { seq, published } => write!(
                f,
                "the events from {seq} on are not those whose head was published at event {published}"
            ),
            Self::Cut { seq, published } => write!(
                f,
                "the events from {seq} to {published} were published and are gone: the tail was cut, or an \
                 older copy was put back"
            ),
            Self::HeadNotTrusted { seq } => {
                write!(
                    f,
                    "the published head at event {seq} is not signed with this key for this environment"
                )
            }
            Self::HeadsDisagree { seq } => {
                write!(f, "the published head at event {seq} contradicts one published before")
            }
        }
    }
}

impl std::error::Error for Problem {}

/// What was found sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// The last event; 0 for a log without any.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
    /// How many published heads lie in the chain.
    pub heads: usize,
    /// The last of them: what comes after its event is vouched for by the chain alone.
    pub last_head: Option<(i64, Instant)>,
    /// Copies that were put back and meant to be, the first one first.
    pub restores: Vec<Restore>,
}

/// A copy that was put back, as a signed head tells: the log goes on from an event, and leaves what was
/// published behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restore {
    /// The last event of the copy.
    pub seq: i64,
    /// The last event that had been published, and is left behind.
    pub left_behind: i64,
    /// When it was signed.
    pub at: Instant,
}

/// Checks a log event by event, in the order of their numbers.
#[derive(Debug)]
pub struct Verifier {
    tenant: TenantId,
    seq: i64,
    hash: Hash,
    heads: VecDeque<SignedHead>,
    met: usize,
    last_head: Option<(i64, Instant)>,
    restores: Vec<Restore>,
}

impl Verifier {
    /// Begins with the first event. Heads may come in any order; one that cannot be trusted, or that
    /// contradicts another, is a problem by itself.
    pub fn new(tenant: TenantId, heads: Vec<SignedHead>, key: &PublicKey) -> Result<Self, Problem> {
        for signed in &heads {
            if signed.head.tenant != tenant || !signed.is_signed_by(key) {
                return Err(Problem::HeadNotTrusted { seq: signed.head.seq });
            }
        }
        let (mut heads, restores) = in_force(heads);
        heads.sort_by_key(|signed| (signed.head.seq, signed.head.at));
        check_agreement(&heads)?;
        let begin = Self::behind(tenant, 0, genesis(tenant));
        Ok(Self { heads: heads.into(), restores, ..begin })
    }

    /// Begins behind an event that was checked before.
    #[must_use]
    pub fn behind(tenant: TenantId, seq: i64, hash: Hash) -> Self {
        Self { tenant, seq, hash, heads: VecDeque::new(), met: 0, last_head: None, restores: Vec::new() }
    }

    /// Checks the next event.
    pub fn push(&mut self, event: &Event) -> Result<(), Problem> {
        let expected = self.seq + 1;
        if event.seq > expected {
            return Err(Problem::Missing { seq: expected });
        }
        if event.seq < expected {
            return Err(Problem::OutOfOrder { seq: event.seq });
        }
        let is_sound = event.computed_hash(self.tenant) == event.hash;
        if event.previous_hash != self.hash && (expected == 1 || is_sound) {
            return Err(if expected == 1 { Problem::Foreign } else { Problem::Unlinked { seq: expected } });
        }
        if !is_sound {
            return Err(Problem::Edited { seq: expected });
        }
        (self.seq, self.hash) = (event.seq, event.hash);
        self.meet_heads()
    }

    fn meet_heads(&mut self) -> Result<(), Problem> {
        while let Some(signed) = self.heads.front().filter(|signed| signed.head.seq <= self.seq) {
            if signed.head.hash != self.hash {
                let vouched = self.last_head.map_or(0, |(seq, _)| seq);
                return Err(Problem::Rewritten { seq: vouched + 1, published: signed.head.seq });
            }
            self.last_head = Some((signed.head.seq, signed.head.at));
            self.met += 1;
            self.heads.pop_front();
        }
        Ok(())
    }

    /// The last event that was checked, and its hash.
    #[must_use]
    pub const fn position(&self) -> (i64, Hash) {
        (self.seq, self.hash)
    }

    /// Ends: nothing that was published may be missing.
    pub fn finish(self) -> Result<Verified, Problem> {
        if let Some(published) = self.heads.back() {
            return Err(Problem::Cut { seq: self.seq + 1, published: published.head.seq });
        }
        Ok(Verified {
            seq: self.seq,
            hash: self.hash,
            heads: self.met,
            last_head: self.last_head,
            restores: self.restores,
        })
    }
}

/// The heads that a log must keep to, and the restores that let go of others: of what was published behind
/// the event a copy ended with, before that was signed.
fn in_force(mut heads: Vec<SignedHead>) -> (Vec<SignedHead>, Vec<Restore>) {
    heads.sort_by_key(|signed| signed.head.at);
    let (mut kept, mut restores): (Vec<SignedHead>, Vec<Restore>) = (Vec::new(), Vec::new());
    for signed in heads {
        let (head, at) = (&signed.head, signed.head.at);
        if let Some(left) = &head.restored {
            kept.retain(|earlier| earlier.head.seq <= head.seq);
            restores.push(Restore { seq: head.seq, left_behind: left.seq, at });
        }
        kept.push(signed);
    }
    (kept, restores)
}

/// Heads of one event have one hash, and each goes on from an earlier one that was so.
fn check_agreement(heads: &[SignedHead]) -> Result<(), Problem> {
    let known: std::collections::HashMap<i64, Hash> =
        heads.iter().map(|signed| (signed.head.seq, signed.head.hash)).collect();
    for SignedHead { head, .. } in heads {
        let is_same = known.get(&head.seq).is_none_or(|hash| *hash == head.hash);
        let goes_on = head.previous.is_none_or(|earlier| {
            earlier.seq <= head.seq && known.get(&earlier.seq).is_none_or(|hash| *hash == earlier.hash)
        });
        if !is_same || !goes_on {
            return Err(Problem::HeadsDisagree { seq: head.seq });
        }
    }
    Ok(())
}

/// Checks a whole log. An event that is missing in its place is looked for behind it, so that a log in
/// another order is told from one with a hole.
pub fn verify<E>(
    mut verifier: Verifier,
    events: impl IntoIterator<Item = Result<Event, E>>,
) -> Result<Result<Verified, Problem>, E> {
    let mut events = events.into_iter();
    while let Some(event) = events.next() {
        match verifier.push(&event?) {
            Ok(()) => {}
            Err(Problem::Missing { seq }) => {
                for later in events {
                    if later?.seq == seq {
                        return Ok(Err(Problem::OutOfOrder { seq }));
                    }
                }
                return Ok(Err(Problem::Missing { seq }));
            }
            Err(problem) => return Ok(Err(problem)),
        }
    }
    Ok(verifier.finish())
}

#[cfg(test)]
#[path = "verifier_tests.rs"]
mod tests;
