//! What resolvers of one request share.

use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{
    Context,
    dataloader::{DataLoader, HashMapCache},
};
use auth::Auth;
use domain::Ctx;
use export::Jobs;
use tenancy::{Tenancy, TenantEntry};

use crate::{
    execute::CookieChange,
    loader::{CountLoader, RecordLoader, UserLoader},
};

/// What all requests share; made once per server.
#[derive(Clone)]
pub struct Services {
    /// Sign-in.
    pub auth: Arc<Auth>,
    /// Long work.
    pub jobs: Jobs,
    /// Files of the environments.
    pub tenancy: Arc<Tenancy>,
}

/// One request.
pub(crate) struct Scope {
    pub ctx: Ctx,
    pub environment: Arc<TenantEntry>,
    pub user_agent: String,
    pub users: DataLoader<UserLoader, HashMapCache>,
    pub records: DataLoader<RecordLoader, HashMapCache>,
    pub counts: DataLoader<CountLoader>,
    cookie: Mutex<Option<CookieChange>>,
}

impl Scope {
    pub(crate) fn new(ctx: Ctx, environment: Arc<TenantEntry>, user_agent: String) -> Self {
        Self {
            users: DataLoader::with_cache(UserLoader(ctx.clone()), tokio::spawn, HashMapCache::default()),
            records: DataLoader::with_cache(RecordLoader(ctx.clone()), tokio::spawn, HashMapCache::default()),
            counts: DataLoader::new(CountLoader(ctx.clone()), tokio::spawn),
            ctx,
            environment,
            user_agent,
            cookie: Mutex::new(None),
        }
    }

    /// Has the session's cookie changed when the answer goes out.
    pub(crate) fn change_cookie(&self, change: CookieChange) {
        *self.cookie.lock().unwrap_or_else(PoisonError::into_inner) = Some(change);
    }

    pub(crate) fn take_cookie(&self) -> Option<CookieChange> {
        self.cookie.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Reaches what the resolvers share.
pub(crate) trait Shared {
    /// This request.
    fn scope(&self) -> &Scope;
    /// The server's services.
    fn services(&self) -> &Services;
}

impl Shared for Context<'_> {
    fn scope(&self) -> &Scope {
        self.data_unchecked::<Arc<Scope>>()
    }

    fn services(&self) -> &Services {
        self.data_unchecked::<Services>()
    }
}
