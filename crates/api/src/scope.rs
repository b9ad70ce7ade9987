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
    loader::{
        CountLoader, FactorsLoader, FormAccessLoader, GroupLoader, GroupsLoader, MembersLoader,
        OpenRecordsLoader, PendingLinksLoader, RecordLoader, UserLoader, VisitsLoader,
    },
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
    pub groups: DataLoader<GroupLoader>,
    pub groups_of: DataLoader<GroupsLoader>,
    pub members: DataLoader<MembersLoader>,
    pub factors: DataLoader<FactorsLoader>,
    pub open_records: DataLoader<OpenRecordsLoader>,
    pub pending_links: DataLoader<PendingLinksLoader>,
    pub form_access: DataLoader<FormAccessLoader>,
    pub visits: DataLoader<VisitsLoader>,
    cookie: Mutex<Option<CookieChange>>,
}

impl Scope {
    pub(crate) fn new(ctx: Ctx, environment: Arc<TenantEntry>, user_agent: String) -> Self {
        Self {
            users: DataLoader::with_cache(UserLoader(ctx.clone()), tokio::spawn, HashMapCache::default()),
            records: DataLoader::with_cache(RecordLoader(ctx.clone()), tokio::spawn, HashMapCache::default()),
            counts: DataLoader::new(CountLoader(ctx.clone()), tokio::spawn),
            groups: DataLoader::new(GroupLoader(ctx.clone()), tokio::spawn),
            groups_of: DataLoader::new(GroupsLoader(ctx.clone()), tokio::spawn),
            members: DataLoader::new(MembersLoader(ctx.clone()), tokio::spawn),
            factors: DataLoader::new(FactorsLoader(ctx.clone()), tokio::spawn),
            open_records: DataLoader::new(OpenRecordsLoader(ctx.clone()), tokio::spawn),
            pending_links: DataLoader::new(PendingLinksLoader(ctx.clone()), tokio::spawn),
            form_access: DataLoader::new(FormAccessLoader(ctx.clone()), tokio::spawn),
            visits: DataLoader::new(VisitsLoader(ctx.clone()), tokio::spawn),
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
