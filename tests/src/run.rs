//! One test on one engine, with the servers that all tests of a process share.

use std::sync::{Arc, LazyLock, Mutex, PoisonError, RwLock, Weak};

use tokio::{runtime::Runtime, sync::OnceCell};

use crate::{Engine, TestServer, statements};

/// Whether other tests of this process may run meanwhile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Company {
    /// Others may.
    Welcome,
    /// None: something of the whole process is measured.
    None,
}

/// The servers live as long as any test that uses one, so that their databases go with the last.
#[derive(Default)]
struct Servers {
    sqlite: OnceCell<TestServer>,
    postgres: OnceCell<TestServer>,
}

static SERVERS: Mutex<Weak<Servers>> = Mutex::new(Weak::new());
static RUNNING: RwLock<()> = RwLock::new(());
/// One for all: a server outlives the test that started it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    statements::listen();
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
});

fn servers() -> Arc<Servers> {
    let mut known = SERVERS.lock().unwrap_or_else(PoisonError::into_inner);
    known.upgrade().unwrap_or_else(|| {
        let fresh = Arc::default();
        *known = Arc::downgrade(&fresh);
        fresh
    })
}

/// Runs one test.
pub fn run(engine: Engine, company: Company, test: impl AsyncFnOnce(&TestServer)) {
    let _alone = (company == Company::None).then(|| RUNNING.write().unwrap_or_else(PoisonError::into_inner));
    let _among =
        (company == Company::Welcome).then(|| RUNNING.read().unwrap_or_else(PoisonError::into_inner));
    let servers = servers();
    RUNTIME.block_on(Box::pin(async {
        let cell = match engine {
            Engine::Sqlite => &servers.sqlite,
            Engine::Postgres => &servers.postgres,
        };
        test(cell.get_or_init(|| TestServer::start(engine)).await).await;
    }));
}

/// Makes two tests of one: `<name>::on_sqlite` and `<name>::on_postgres`.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$attribute:meta])* async fn $name:ident($server:ident: &$ty:ident) $body:block)*) => {
        $($crate::both_engines!(@ Welcome, $(#[$attribute])* $name, ($server: $ty), $body);)*
    };
    (@ $company:ident, $(#[$attribute:meta])* $name:ident, ($server:ident: $ty:ident), $body:block) => {
        $(#[$attribute])*
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn body($server: &$ty) $body

            #[test]
            fn on_sqlite() {
                $crate::run($crate::Engine::Sqlite, $crate::Company::$company, body);
            }

            #[test]
            fn on_postgres() {
                $crate::run($crate::Engine::Postgres, $crate::Company::$company, body);
            }
        }
    };
}

/// The same for tests that measure something of the whole process: no other runs meanwhile.
#[macro_export]
macro_rules! alone_on_both_engines {
    ($($(#[$attribute:meta])* async fn $name:ident($server:ident: &$ty:ident) $body:block)*) => {
        $($crate::both_engines!(@ None, $(#[$attribute])* $name, ($server: $ty), $body);)*
    };
}
