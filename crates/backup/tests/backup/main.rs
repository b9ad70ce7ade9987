//! Back-ups of real environments, on both engines, in stores that are tampered with.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "what sets a test up may panic")]

mod bucket;
mod chaos;
mod damage;
mod faults;
mod keeper;
mod lock;
mod prune;
mod round;
mod stage;
