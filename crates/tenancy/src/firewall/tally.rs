//! Who was refused, by the hour: counted in memory, written down in batches.

use std::{collections::HashMap, net::IpAddr};

use chrono::{DurationRound, TimeDelta};
use kernel::Instant;

use super::{Channel, Reason};

/// The most lines an environment gets in an hour; further addresses share one.
const MOST_LINES: usize = 500;

/// Refusals of one address, at one door, for one reason, in one hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusals {
    /// The hour's beginning.
    pub hour: Instant,
    /// From where; `None` stands for all addresses beyond the first few hundred of that hour.
    pub address: Option<IpAddr>,
    /// By which door.
    pub channel: Channel,
    /// Why.
    pub reason: Reason,
    /// How many.
    pub count: i64,
    /// The last one.
    pub last_at: Instant,
}

type Line = (Option<IpAddr>, Channel, Reason);

/// An environment's refusals of this hour.
#[derive(Debug, Default)]
pub(super) struct Tally {
    hour: Option<Instant>,
    /// Not yet written down, by line; a line stays for the whole hour, so that there are never too many.
    lines: HashMap<Line, (i64, Instant)>,
    /// Of earlier hours.
    earlier: Vec<Refusals>,
}

impl Tally {
    /// Counts one.
    pub(super) fn note(&mut self, (address, channel, reason): (IpAddr, Channel, Reason), now: Instant) {
        self.turn_to(hour_of(now));
        let line = (Some(address.to_canonical()), channel, reason);
        let has_room = self.lines.len() < MOST_LINES || self.lines.contains_key(&line);
        let line = if has_room { line } else { (None, channel, reason) };
        let (count, last_at) = self.lines.entry(line).or_insert((0, now));
        *count += 1;
        *last_at = now;
    }

    /// What is not written down yet, which it is from now on.
    pub(super) fn take(&mut self) -> Vec<Refusals> {
        let mut taken = std::mem::take(&mut self.earlier);
        let Some(hour) = self.hour else { return taken };
        for (line, (count, last_at)) in &mut self.lines {
            if *count > 0 {
                taken.push(refusals(hour, *line, (std::mem::take(count), *last_at)));
            }
        }
        taken
    }

    /// It was not written down after all.
    pub(super) fn put_back(&mut self, taken: Vec<Refusals>) {
        let room = (2 * MOST_LINES).saturating_sub(self.earlier.len());
        self.earlier.extend(taken.into_iter().take(room));
    }

    fn turn_to(&mut self, hour: Instant) {
        if self.hour != Some(hour) {
            let done = self.take();
            self.earlier.clear();
            self.put_back(done);
            self.lines.clear();
            self.hour = Some(hour);
        }
    }
}

fn refusals(hour: Instant, (address, channel, reason): Line, (count, last_at): (i64, Instant)) -> Refusals {
    Refusals { hour, address, channel, reason, count, last_at }
}

/// The beginning of the hour.
pub(super) fn hour_of(at: Instant) -> Instant {
    at.duration_trunc(TimeDelta::hours(1)).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use kernel::{Clock, FixedClock};

    use super::*;

    fn address(number: u32) -> IpAddr {
        Ipv4Addr::from(number).into()
    }

    fn note(tally: &mut Tally, number: u32, now: Instant) {
        tally.note((address(number), Channel::Browser, Reason::DeniedByRule), now);
    }

    #[test]
    fn refusals_are_counted_by_hour_address_door_and_reason() {
        let clock = FixedClock::default();
        let mut tally = Tally::default();
        for number in [1, 2, 1] {
            note(&mut tally, number, clock.now());
        }
        tally.note((address(1), Channel::Api, Reason::DeniedByRule), clock.now());
        let mut counts: Vec<_> =
            tally.take().iter().map(|line| (line.address, line.channel, line.count)).collect();
        counts.sort();
        let (one, two) = (Some(address(1)), Some(address(2)));
        assert_eq!(counts, [(one, Channel::Browser, 2), (one, Channel::Api, 1), (two, Channel::Browser, 1)]);
        assert_eq!(tally.take(), []);

        note(&mut tally, 1, clock.now());
        clock.advance(TimeDelta::hours(1));
        note(&mut tally, 1, clock.now());
        let hours: Vec<_> = tally.take().iter().map(|line| (line.hour, line.count)).collect();
        let now = hour_of(clock.now());
        assert_eq!(hours, [(now - TimeDelta::hours(1), 1), (now, 1)]);
    }

    #[test]
    fn a_flood_of_addresses_takes_bounded_room_and_every_refusal_is_counted() {
        let clock = FixedClock::default();
        let mut tally = Tally::default();
        let mut written = Vec::new();
        for number in 0..5_000 {
            note(&mut tally, number, clock.now());
            if number % 1_000 == 0 {
                written.extend(tally.take());
            }
        }
        written.extend(tally.take());
        assert_eq!(written.iter().map(|line| line.count).sum::<i64>(), 5_000);
        let mut addresses: Vec<_> = written.iter().map(|line| line.address).collect();
        addresses.sort();
        addresses.dedup();
        assert_eq!(addresses.len(), MOST_LINES + 1);
        assert!(addresses.contains(&None));
    }
}
