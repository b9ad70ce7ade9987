//! Takes up what a move or a restore that broke off has left, where no back-ups are made: whoever makes them does it
//! before each look.

use std::time::Duration;

use crate::App;

/// How often; the first time at once.
const EVERY: Duration = Duration::from_secs(30);

/// Works until dropped.
pub(crate) async fn heal(app: App) {
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        if let Err(error) = app.tenancy.heal().await {
            tracing::warn!(%error, "what moves have left cannot be seen to now");
        }
    }
}
