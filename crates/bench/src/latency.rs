//! How long requests took.

use std::time::Duration;

/// How long each of a number of requests took.
#[derive(Debug, Default)]
pub(crate) struct Latencies(Vec<Duration>);

impl Latencies {
    /// Adds one request.
    pub(crate) fn push(&mut self, latency: Duration) {
        self.0.push(latency);
    }

    /// Adds all requests of another measurement.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.0.append(&mut other.0);
    }

    /// The latency in milliseconds that `percent` of the requests did not exceed (nearest rank); 0 without any.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_unstable();
        let rank = (sorted.len() * percent).div_ceil(100);
        let found = sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default();
        found.as_secs_f64() * 1_000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(millis: impl Iterator<Item = u64>) -> Latencies {
        Latencies(millis.map(Duration::from_millis).collect())
    }

    #[test]
    fn percentiles_are_latencies_that_were_measured() {
        let hundred = of((1..=100).rev());
        assert!((hundred.percentile(50) - 50.0).abs() < 1e-9);
        assert!((hundred.percentile(99) - 99.0).abs() < 1e-9);
        assert!((of([7].into_iter()).percentile(99) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn one_slow_request_of_fifty_is_the_99th_percentile_and_not_the_median() {
        let one_slow = of(std::iter::repeat_n(2, 49).chain([900]));
        assert!((one_slow.percentile(50) - 2.0).abs() < 1e-9);
        assert!((one_slow.percentile(99) - 900.0).abs() < 1e-9);
    }

    #[test]
    fn nothing_measured_takes_no_time() {
        assert!(Latencies::default().percentile(99).abs() < 1e-9);
    }
}
