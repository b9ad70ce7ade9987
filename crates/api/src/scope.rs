//! What resolvers of one request share.

use std::sync::{Arc, Mutex, PoisonError, atomic::AtomicUsize};

use async_graphql::{
    Context,
    dataloader::{DataLoader, HashMapCache},
};
use auth::Auth;
use backup::desk::Looks;
use domain::Ctx;
use export::Jobs;
use kernel::{AccessGrantId, GroupId, UserId};
use mail::Origin;
use tenancy::{Tenancy, TenantEntry};
use tracing::Instrument;

use crate::{
    execute::CookieChange,
    loader::{
        CommentCountLoader, CountLoader, FactorsLoader, FileLoader, FormAccessLoader, GroupLoader,
        GroupsLoader, MembersLoader, OpenRecordsLoader, PendingLinksLoader, RecordLoader, SavedViewsLoader,
        UserLoader, VisitsLoader,
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
    /// What becomes of mails.
    pub post: Post,
    /// Back-ups that are looked into; nothing where no back-ups are made: the operator has not set up two stores.
    pub looks: Option<Arc<dyn Looks>>,
}

/// What the schema has to know of mails.
#[derive(Debug, Clone, Copy)]
pub struct Post {
    /// Where their links lead.
    pub origin: Origin,
    /// They are kept for everybody to look at, and not sent: the demo.
    pub has_outbox: bool,
}

/// One request.
pub(crate) struct Scope {
    pub ctx: Ctx,
    pub environment: Arc<TenantEntry>,
    pub user_agent: String,
    pub users: DataLoader<UserLoader, HashMapCache>,
    pub records: DataLoader<RecordLoader, HashMapCache>,
    pub files: DataLoader<FileLoader, HashMapCache>,
    pub counts: DataLoader<CountLoader, HashMapCache>,
    pub comment_counts: DataLoader<CommentCountLoader, HashMapCache>,
    pub saved_views: DataLoader<SavedViewsLoader, HashMapCache>,
    pub groups: DataLoader<GroupLoader, HashMapCache>,
    pub groups_of: DataLoader<GroupsLoader, HashMapCache>,
    pub members: DataLoader<MembersLoader, HashMapCache>,
    pub factors: DataLoader<FactorsLoader, HashMapCache>,
    pub open_records: DataLoader<OpenRecordsLoader, HashMapCache>,
    pub pending_links: DataLoader<PendingLinksLoader, HashMapCache>,
    pub form_access: DataLoader<FormAccessLoader, HashMapCache>,
    pub visits: DataLoader<VisitsLoader, HashMapCache>,
    cookie: Mutex<Option<CookieChange>>,
    /// What the operation costs; 0 until it is known.
    pub complexity: AtomicUsize,
}

impl Scope {
    pub(crate) fn new(ctx: Ctx, environment: Arc<TenantEntry>, user_agent: String) -> Self {
        Self {
            users: cached(UserLoader(ctx.clone())),
            records: cached(RecordLoader(ctx.clone())),
            files: cached(FileLoader(ctx.clone())),
            counts: cached(CountLoader(ctx.clone())),
            comment_counts: cached(CommentCountLoader(ctx.clone())),
            saved_views: cached(SavedViewsLoader(ctx.clone())),
            groups: cached(GroupLoader(ctx.clone())),
            groups_of: cached(GroupsLoader(ctx.clone())),
            members: cached(MembersLoader(ctx.clone())),
            factors: cached(FactorsLoader(ctx.clone())),
            open_records: cached(OpenRecordsLoader(ctx.clone())),
            pending_links: cached(PendingLinksLoader(ctx.clone())),
            form_access: cached(FormAccessLoader(ctx.clone())),
            visits: cached(VisitsLoader(ctx.clone())),
            ctx,
            environment,
            user_agent,
            cookie: Mutex::new(None),
            complexity: AtomicUsize::new(0),
        }
    }

    /// Forgets what was read of people, when a mutation has changed some: the next one of the request, and
    /// its own answer, read anew.
    pub(crate) fn forget_people(&self) {
        self.users.clear::<UserId>();
        self.groups.clear::<GroupId>();
        self.groups_of.clear::<UserId>();
        self.members.clear::<GroupId>();
        self.factors.clear::<UserId>();
        self.open_records.clear::<UserId>();
        self.pending_links.clear::<UserId>();
        self.visits.clear::<AccessGrantId>();
    }

    /// Has the session's cookie changed when the answer goes out.
    pub(crate) fn change_cookie(&self, change: CookieChange) {
        *self.cookie.lock().unwrap_or_else(PoisonError::into_inner) = Some(change);
    }

    pub(crate) fn take_cookie(&self) -> Option<CookieChange> {
        self.cookie.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// A loader that reads nothing twice within its request.
fn cached<L>(loader: L) -> DataLoader<L, HashMapCache> {
    DataLoader::with_cache(loader, spawn, HashMapCache::default())
}

/// Reads on a task of its own, which the log still knows to be the request's.
fn spawn(batch: impl Future<Output = ()> + Send + 'static) {
    tokio::spawn(batch.in_current_span());
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
