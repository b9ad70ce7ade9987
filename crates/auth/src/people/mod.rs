//! What shuts people out: services of the domain, together with what sign-in has to end in the same
//! transaction.

mod leave;
mod reset;

pub use reset::may_reset_second_factor;
