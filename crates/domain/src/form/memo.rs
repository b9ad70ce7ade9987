//! The forms one request sees, read once however many services ask.

use std::sync::{Arc, PoisonError, RwLock};

use kernel::Result;
use tokio::sync::OnceCell;

use super::Form;

type Cell = Arc<OnceCell<Arc<Vec<Form>>>>;

/// Forms as one actor sees them, until something is written.
#[derive(Default)]
pub(crate) struct FormMemo(RwLock<Cell>);

impl FormMemo {
    /// The forms, read by the first who asks; others wait for that reading.
    pub(super) async fn get(&self, read: impl AsyncFnOnce() -> Result<Vec<Form>>) -> Result<Arc<Vec<Form>>> {
        let cell = Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner));
        cell.get_or_try_init(async || read().await.map(Arc::new)).await.cloned()
    }

    /// Has them read anew: a write of the same request may have changed them.
    pub(crate) fn forget(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Cell::default();
    }
}
