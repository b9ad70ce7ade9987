//! Work that nobody waits for, in threads that give way to all others.

use std::{io, pin::pin, thread};

use futures::future::{Either, select};
use tokio::{runtime::Handle, sync::oneshot};

/// How far the threads stand back: all of the way. Also on a machine that is busy all day they get a hundredth of it,
/// which is enough for a back-up in time.
const NICE: i32 = 19;

/// Has a thread of its own do `work`, and the threads that one starts: what they compute gives way to what people wait
/// for. It ends with this future.
///
/// # Errors
/// When there is no thread to be had, or the one there was broke down.
pub async fn in_background<F: Future>(work: impl FnOnce() -> F + Send + 'static) -> io::Result<F::Output>
where
    F::Output: Send + 'static,
{
    let runtime = Handle::current();
    let (mut sender, receiver) = oneshot::channel();
    thread::Builder::new().name("back-up".to_owned()).spawn(move || {
        give_way();
        runtime.block_on(async {
            let work = pin!(work());
            let done = match select(work, pin!(sender.closed())).await {
                Either::Left((done, _)) => done,
                Either::Right(_) => return,
            };
            // Whoever asked may have gone away just now.
            sender.send(done).ok();
        });
    })?;
    receiver.await.map_err(io::Error::other)
}

/// Only on Linux does this mean the thread, and what that one starts: elsewhere it would be the whole server.
fn give_way() {
    if cfg!(target_os = "linux")
        && let Err(error) = rustix::process::setpriority_process(None, NICE)
    {
        tracing::warn!(%error, "a back-up is made at the priority of everything else");
    }
}

/// Has a thread of its own, with the priority of this one, do what blocks.
pub(crate) async fn in_thread<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> io::Result<T> {
    let (sender, receiver) = oneshot::channel();
    thread::Builder::new().name("back-up".to_owned()).spawn(move || sender.send(work()).ok())?;
    receiver.await.map_err(io::Error::other)
}
