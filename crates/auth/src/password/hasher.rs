//! argon2id with bounded memory: so many at once, so many waiting, the rest is told to come back.

use std::{num::NonZero, sync::Arc};

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version, password_hash,
};
use kernel::{Error, Random, Result};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::Password;

/// How dear a password check is, and how many may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordSettings {
    /// Memory per hash, in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Hashes that may run at once; together they take `parallel * memory_kib`.
    pub parallel: usize,
    /// Requests that may wait for their turn; one more is refused as unavailable.
    pub queue: usize,
}

impl Default for PasswordSettings {
    /// 19 MiB and two passes in one lane (OWASP Password Storage Cheat Sheet), one hash per core.
    fn default() -> Self {
        Self {
            memory_kib: 19_456,
            passes: 2,
            parallel: std::thread::available_parallelism().map_or(1, NonZero::get),
            queue: 64,
        }
    }
}

/// Hashes and checks passwords.
#[derive(Clone)]
pub(crate) struct Hasher {
    argon2: Argon2<'static>,
    /// Checked when there is no user, so that the answer takes as long.
    decoy: Arc<str>,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
}

/// A place among the hashes that run. Given up when the hash ends, not when the request does.
pub(crate) struct Turn {
    _running: OwnedSemaphorePermit,
    _admitted: OwnedSemaphorePermit,
}

impl Hasher {
    /// Fails when argon2 cannot work with the settings.
    pub(crate) fn new(settings: PasswordSettings) -> Result<Self> {
        let params = Params::new(settings.memory_kib, settings.passes, 1, None).map_err(Error::internal)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // Nobody signs in with it: what it says is thrown away.
        let decoy = argon2.hash_password_with_salt(b"decoy", &[0; 16]).map_err(Error::internal)?;
        let parallel = settings.parallel.max(1);
        Ok(Self {
            argon2,
            decoy: decoy.to_string().into(),
            running: Arc::new(Semaphore::new(parallel)),
            admitted: Arc::new(Semaphore::new(parallel.saturating_add(settings.queue))),
        })
    }

    /// Waits for a turn; [`Error::Unavailable`] when too many wait already.
    pub(crate) async fn turn(&self) -> Result<Turn> {
        let full = |_| Error::Unavailable("too many people are signing in at this moment");
        let admitted = Arc::clone(&self.admitted).try_acquire_owned().map_err(full)?;
        let running = Arc::clone(&self.running).acquire_owned().await.map_err(Error::internal)?;
        Ok(Turn { _running: running, _admitted: admitted })
    }

    /// The password's PHC string, with a salt of its own.
    pub(crate) async fn hash(&self, turn: Turn, password: Password, random: &dyn Random) -> Result<String> {
        let mut salt = [0_u8; 16];
        random.fill(&mut salt);
        let argon2 = self.argon2.clone();
        let work = move |password: &[u8]| {
            argon2.hash_password_with_salt(password, &salt).map(|hash| hash.to_string())
        };
        run(turn, password, work).await?.map_err(Error::internal)
    }

    /// Whether the password fits the PHC string; without one, as much work for the answer no.
    pub(crate) async fn verify(&self, turn: Turn, password: Password, phc: Option<&str>) -> Result<bool> {
        let exists = phc.is_some();
        let phc = phc.unwrap_or(&self.decoy).to_owned();
        let argon2 = self.argon2.clone();
        let work = move |password: &[u8]| {
            let hash = PasswordHash::new(&phc).map_err(Error::internal)?;
            match argon2.verify_password(password, &hash) {
                Ok(()) => Ok(exists),
                Err(password_hash::Error::PasswordInvalid) => Ok(false),
                Err(fault) => Err(Error::internal(fault)),
            }
        };
        run(turn, password, work).await?
    }
}

/// Runs on a thread that may block, and keeps the turn until that thread is done.
async fn run<T, F>(turn: Turn, password: Password, work: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce(&[u8]) -> T + Send + 'static,
{
    let job = move || {
        let done = work(password.as_bytes());
        drop(turn);
        done
    };
    tokio::task::spawn_blocking(job).await.map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use kernel::SeededRandom;

    use super::*;

    /// The cheapest argon2id there is: these tests are about everything but its cost.
    fn cheap(parallel: usize, queue: usize) -> Hasher {
        Hasher::new(PasswordSettings { memory_kib: 8, passes: 1, parallel, queue }).unwrap()
    }

    fn password(text: &str) -> Password {
        Password::typed(text).unwrap()
    }

    async fn hash(hasher: &Hasher, text: &str) -> String {
        let turn = hasher.turn().await.unwrap();
        hasher.hash(turn, password(text), &SeededRandom::new(1)).await.unwrap()
    }

    async fn fits(hasher: &Hasher, text: &str, phc: Option<&str>) -> bool {
        let turn = hasher.turn().await.unwrap();
        hasher.verify(turn, password(text), phc).await.unwrap()
    }

    #[test]
    fn the_default_is_what_owasp_advises() {
        let hasher = Hasher::new(PasswordSettings::default()).unwrap();
        assert!(hasher.decoy.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hasher.decoy);
    }

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let hasher = cheap(1, 0);
        let phc = hash(&hasher, "correct horse battery").await;
        assert!(phc.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{phc}");
        assert!(fits(&hasher, "correct horse battery", Some(&phc)).await);
        assert!(!fits(&hasher, "correct horse batterz", Some(&phc)).await);
    }

    #[tokio::test]
    async fn mfa_24_nothing_is_cut_off_and_nul_does_not_end_a_password() {
        let hasher = cheap(1, 0);
        let long = "a".repeat(127);
        let phc = hash(&hasher, &format!("{long}x")).await;
        assert!(!fits(&hasher, &format!("{long}y"), Some(&phc)).await);
        let phc = hash(&hasher, "before\0after it").await;
        assert!(!fits(&hasher, "before\0after IT", Some(&phc)).await);
    }

    #[tokio::test]
    async fn mfa_22_without_a_hash_the_answer_is_no_even_to_the_decoy_itself() {
        let hasher = cheap(1, 0);
        assert!(!fits(&hasher, "decoy", None).await);
    }

    #[tokio::test]
    async fn a_damaged_hash_is_a_fault_and_not_a_wrong_password() {
        let hasher = cheap(1, 0);
        let turn = hasher.turn().await.unwrap();
        let answer = hasher.verify(turn, password("x"), Some("$argon2id$broken")).await;
        assert!(matches!(answer, Err(Error::Internal(_))));
    }

    #[tokio::test]
    async fn mfa_23_beyond_the_turns_and_the_queue_a_request_is_refused() {
        let hasher = cheap(2, 1);
        let first = hasher.turn().await.unwrap();
        let second = hasher.turn().await.unwrap();
        let queued = hasher.clone();
        let waiting = tokio::spawn(async move { queued.turn().await });
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());
        assert!(matches!(hasher.turn().await, Err(Error::Unavailable(_))));
        drop(first);
        let third = waiting.await.unwrap().unwrap();
        drop((second, third));
        assert_eq!((hasher.running.available_permits(), hasher.admitted.available_permits()), (2, 3));
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
    async fn mfa_23_of_500_sign_ins_at_once_no_more_than_the_turns_hash_and_what_finds_no_room_is_sent_away()
    {
        use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
        let hasher = cheap(2, 64);
        let (at_once, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let requests: Vec<_> = (0..500)
            .map(|_| {
                let (hasher, at_once, most) = (hasher.clone(), Arc::clone(&at_once), Arc::clone(&most));
                tokio::spawn(async move {
                    let turn = hasher.turn().await?;
                    run(turn, password("x"), move |_| {
                        most.fetch_max(at_once.fetch_add(1, SeqCst) + 1, SeqCst);
                        std::thread::yield_now();
                        at_once.fetch_sub(1, SeqCst);
                    })
                    .await
                })
            })
            .collect();
        let (mut served, mut shed) = (0, 0);
        for request in requests {
            match request.await.unwrap() {
                Ok(()) => served += 1,
                Err(Error::Unavailable(_)) => shed += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!(served + shed, 500);
        assert!(served >= 66, "whoever found room was served: {served}");
        assert!(most.load(SeqCst) <= 2, "memory is bounded by the turns: {most:?}");
    }

    #[tokio::test]
    async fn mfa_23_a_turn_is_kept_until_the_hash_ends_though_nobody_waits_for_it() {
        let hasher = cheap(1, 0);
        let (release, gate) = std::sync::mpsc::channel::<()>();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let turn = hasher.turn().await.unwrap();
        let request = tokio::spawn(run(turn, password("x"), move |_| {
            started.send(()).unwrap();
            gate.recv().unwrap();
        }));
        has_started.await.unwrap();
        request.abort();
        assert!(request.await.unwrap_err().is_cancelled());
        assert_eq!(hasher.running.available_permits(), 0);
        release.send(()).unwrap();
        drop(Arc::clone(&hasher.running).acquire_owned().await.unwrap());
        assert_eq!(hasher.running.available_permits(), 1);
    }
}
