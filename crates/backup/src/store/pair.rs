//! The two stores of an installation.

use super::{Store, StoreError, StorePlace};
use crate::manifest::Tier;

/// Where back-ups lie twice: a hot store at hand, and a cold one that nothing reaches which reaches the first.
#[derive(Debug, Clone)]
pub struct Stores {
    hot: Store,
    cold: Store,
}

/// Two stores that are one.
#[derive(Debug, thiserror::Error)]
#[error(
    "hot and cold back-ups must lie in two places, and {hot} and {cold} are one: name another folder or bucket"
)]
pub struct SamePlace {
    hot: String,
    cold: String,
}

/// Why two places are not the two stores.
#[derive(Debug, thiserror::Error)]
pub enum BadStores {
    /// They are one.
    #[error(transparent)]
    SamePlace(#[from] SamePlace),
    /// One cannot be opened.
    #[error("the {0} store cannot be opened: {1}")]
    Closed(Tier, #[source] StoreError),
}

impl SamePlace {
    /// Refuses two places that are one.
    pub fn refuse(hot: &StorePlace, cold: &StorePlace) -> Result<(), Self> {
        if hot.is_same_place(cold) {
            return Err(Self { hot: hot.to_string(), cold: cold.to_string() });
        }
        Ok(())
    }
}

impl Stores {
    /// Opens both, if they are two.
    pub fn new(hot: &StorePlace, cold: &StorePlace) -> Result<Self, BadStores> {
        SamePlace::refuse(hot, cold)?;
        let open =
            |place: &StorePlace, tier| place.open(tier).map_err(|error| BadStores::Closed(tier, error));
        let (hot_store, cold_store) = (open(hot, Tier::Hot)?, open(cold, Tier::Cold)?);
        // Again, now that folders are there: what did not exist before may be one by another name.
        SamePlace::refuse(hot, cold)?;
        Ok(Self { hot: hot_store, cold: cold_store })
    }

    /// The store of a tier.
    #[must_use]
    pub fn of(&self, tier: Tier) -> &Store {
        match tier {
            Tier::Hot => &self.hot,
            Tier::Cold => &self.cold,
        }
    }
}
