//! Stores in buckets.

use std::{sync::Arc, time::Duration};

use kernel::{Clock, SystemClock};
use object_store::{
    BackoffConfig, RetryConfig,
    aws::{AmazonS3Builder, Checksum},
    client::HttpClient,
    prefix::PrefixStore,
};

use super::{S3Place, Store, StoreError, lock::Lock, versions::Versions, wire::Wire};
use crate::manifest::Tier;

/// How often a request that got no sound answer is made again, and how long the answer to each may take.
///
/// All attempts end within `total` and one `answer` more: less than the patience of a [`Store`], so that whoever
/// waits is told what went wrong and not merely that time was up.
#[derive(Debug, Clone, Copy)]
pub struct Endurance {
    /// How often it is made again.
    pub retries: usize,
    /// After the first; each pause is up to twice as long as the one before, 15 seconds at most.
    pub pause: Duration,
    /// No attempt is begun after this.
    pub total: Duration,
    /// The longest an attempt may say nothing. 8 MiB must fit in it, on the slowest way there is.
    pub answer: Duration,
}

impl Default for Endurance {
    fn default() -> Self {
        Self {
            retries: 6,
            pause: Duration::from_millis(200),
            total: Duration::from_secs(90),
            answer: Duration::from_mins(1),
        }
    }
}

impl Store {
    /// A bucket.
    pub fn s3(tier: Tier, place: &S3Place) -> Result<Self, StoreError> {
        Self::s3_with(tier, place, (Endurance::default(), Arc::new(SystemClock)))
    }

    /// A bucket that is given more or less time.
    pub fn s3_with(
        tier: Tier,
        place: &S3Place,
        (endurance, clock): (Endurance, Arc<dyn Clock>),
    ) -> Result<Self, StoreError> {
        let lock = place.lock_days.map(|days| Lock { days, clock });
        let wire = Wire::new(place, endurance.answer, lock.clone()).map_err(StoreError::Source)?;
        let backoff = BackoffConfig { init_backoff: endurance.pause, ..BackoffConfig::default() };
        let retry = RetryConfig { max_retries: endurance.retries, retry_timeout: endurance.total, backoff };
        let objects = AmazonS3Builder::new()
            // One style everywhere: not every store has a name of its own for each bucket.
            .with_endpoint(place.endpoint.as_str().trim_end_matches('/'))
            .with_virtual_hosted_style_request(false)
            .with_allow_http(true)
            .with_region(&place.region)
            .with_bucket_name(&place.bucket)
            .with_checksum_algorithm(Checksum::SHA256)
            .with_retry(retry)
            .with_skip_signature(true)
            // Deleting one by one is what every store can, and tells each refusal by its own answer.
            .with_disable_bulk_delete(true)
            .with_http_connector(wire.clone())
            .build()
            .map_err(StoreError::Refused)?;
        let objects = Arc::new(PrefixStore::new(objects, place.prefix.clone()));
        let root = place.endpoint.join(&place.bucket).map_err(|_| StoreError::NoBucket)?;
        let prefix = place.prefix.clone();
        let versions = Versions { wire: HttpClient::new(wire), root, prefix, endurance, lock };
        Ok(Self { versions: Some(versions), ..Self::new(tier, place.to_string(), objects) })
    }
}
