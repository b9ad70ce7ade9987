//! What resolvers of one request share.

use std::sync::{Arc, Mutex, PoisonError};

use async_graphql::{
    Context,
    dataloader::{DataLoader, HashMapCache},
};
use auth::Auth;
use domain::{Ctx, form, form::Form};
use export::Jobs;
use kernel::FormId;
use tenancy::{Tenancy, TenantEntry};
use tokio::sync::OnceCell;

use crate::{
    error::Result,
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
    forms: OnceCell<Arc<Vec<Form>>>,
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
            forms: OnceCell::new(),
            cookie: Mutex::new(None),
        }
    }

    /// All forms the actor may see, read once per request.
    pub(crate) async fn forms(&self) -> Result<Arc<Vec<Form>>> {
        let forms = self.forms.get_or_try_init(async || form::list(&self.ctx).await.map(Arc::new)).await?;
        Ok(Arc::clone(forms))
    }

    /// The form with this id.
    pub(crate) async fn form(&self, id: FormId) -> Result<Form> {
        let forms = self.forms().await?;
        let found = forms.iter().find(|form| form.id == id).cloned();
        Ok(found.ok_or(kernel::Error::NotFound)?)
    }

    /// The form with this key.
    pub(crate) async fn form_by_key(&self, key: &str) -> Result<Option<Form>> {
        Ok(self.forms().await?.iter().find(|form| form.definition.key == key).cloned())
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
