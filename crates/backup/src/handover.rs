//! A back-up on its way back: the server, which cannot open it, asks the holder of a key, who seals it anew to a key
//! that the server made for this one time. Both say what they say through the store, signed.

use std::{collections::HashSet, fs::File, io, path::Path as FilePath};

use chrono::Duration;
use kernel::{Instant, RestoreId, TenantId};
use ledger::{Hash, HeadKey, PublicKey};
use object_store::path::Path;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{
    fetch::{Backup, BadBackup},
    files::{self, FileEntry},
    keeper::{Keeper, tenants},
    layout::Layout,
    manifest::{Part, Tier},
    pipe, scratch,
    seal::{Identity, Recipients},
    signed::{self, BadStatement, Statement},
    store::{Store, StoreError},
};

/// A request is good for this long.
const GOOD_FOR: Duration = Duration::hours(2);
/// The longest request: some hundred thousand names of files.
const MOST_STATEMENT: usize = 64 * 1024 * 1024;

/// What the server asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Request {
    /// Always [`Request::FORMAT`].
    pub format: String,
    /// What it is for.
    pub restore: RestoreId,
    /// Whose back-up.
    pub tenant: TenantId,
    /// In which store.
    pub tier: Tier,
    /// Its number there.
    pub sequence: u64,
    /// The public key it is to be sealed to.
    pub recipient: String,
    /// The database and what the registry knew; or the files with these SHA-256.
    pub wanted: Wanted,
    /// When it was asked.
    pub at: Instant,
}

/// What of a back-up is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Wanted {
    /// The database, and what the registry knew of the environment.
    Database,
    /// Files, by the SHA-256 of their content.
    Files(Vec<Hash>),
}

impl Wanted {
    /// Other files are another request.
    fn name(&self) -> String {
        match self {
            Self::Database => "database".to_owned(),
            Self::Files(wanted) => {
                let mut digest = Sha256::new();
                for content in wanted {
                    digest.update(content.0);
                }
                format!("files-{}", Hash(digest.finalize().into()))
            }
        }
    }
}

/// What the holder of the key answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Answer {
    /// Always [`Answer::FORMAT`].
    pub format: String,
    /// What it is for.
    pub restore: RestoreId,
    /// Whose back-up.
    pub tenant: TenantId,
    /// What was done.
    pub outcome: Handed,
    /// When.
    pub at: Instant,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Handed {
    /// It lies there, in the order it was asked for: the database first and then what the registry knew, or the files.
    Over(Vec<Part>),
    /// It was not done.
    Refused(String),
}

impl Statement for Request {
    const FORMAT: &'static str = "waarborg request 1";
}

impl Statement for Answer {
    const FORMAT: &'static str = "waarborg handover 1";
}

/// Why nothing comes of asking.
#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What lies there is not what was said.
    #[error(transparent)]
    Backup(#[from] BadBackup),
    /// The answer is not the keeper's.
    #[error(transparent)]
    Statement(#[from] BadStatement),
    /// The disk.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What was handed over, for the one it is sealed to.
pub struct Handover<'a> {
    store: &'a Store,
    layout: Layout,
    identity: &'a Identity,
}

impl Request {
    /// Asks for what is wanted of a back-up.
    #[must_use]
    pub fn new(
        (restore, tenant): (RestoreId, TenantId),
        (tier, sequence): (Tier, u64),
        (recipient, wanted): (String, Wanted),
        at: Instant,
    ) -> Self {
        Self { format: Self::FORMAT.to_owned(), restore, tenant, tier, sequence, recipient, wanted, at }
    }

    fn name(&self) -> String {
        format!("{}-{}", self.restore, self.wanted.name())
    }

    /// Puts it in the store, once.
    pub async fn send(&self, store: &Store, key: &HeadKey) -> Result<(), HandoverError> {
        let bytes = signed::sign(self, key).map_err(io::Error::from)?;
        let path = Layout::of(self.tenant, self.tier).request(&self.name());
        match store.put(&path, bytes.into()).await {
            Ok(()) | Err(StoreError::Exists(_)) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// What was answered, if anything yet.
    pub async fn answer(&self, store: &Store, keeper: &PublicKey) -> Result<Option<Handed>, HandoverError> {
        let path = Layout::of(self.tenant, self.tier).handover(&self.name()).join("answer.json");
        let bytes = match store.get_small(&path, MOST_STATEMENT).await {
            Err(StoreError::Missing(_)) => return Ok(None),
            bytes => bytes?,
        };
        let answer: Answer = signed::open(&bytes, keeper)?;
        if (answer.restore, answer.tenant) == (self.restore, self.tenant) {
            Ok(Some(answer.outcome))
        } else {
            Err(BadStatement::Json("it answers something else".to_owned()).into())
        }
    }
}

impl<'a> Handover<'a> {
    /// What was handed over of an environment's back-up in a store.
    #[must_use]
    pub fn new(store: &'a Store, tenant: TenantId, identity: &'a Identity) -> Self {
        Self { store, layout: Layout::of(tenant, store.tier()), identity }
    }

    /// Writes a part to a new file.
    pub async fn take(&self, part: &Part, file: &FilePath) -> Result<(), HandoverError> {
        let sink = io::BufWriter::new(File::create_new(file)?);
        let written = crate::fetch::open_part(self.store, &self.layout, (self.identity, part), sink).await?;
        written.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        Ok(())
    }
}

impl Keeper<'_> {
    /// Hands over what a store's server asked for and has not got yet. `tell` hears of each request.
    pub async fn hand_over(
        &self,
        store: &Store,
        mut tell: impl FnMut(&Request, &Handed),
    ) -> Result<(), StoreError> {
        for tenant in tenants(store).await? {
            let layout = Layout::of(tenant, store.tier());
            for found in store.list_all(&layout.requests()).await? {
                let Some(request) = self.read(store, (tenant, &found.location)).await? else { continue };
                let folder = layout.handover(&request.name());
                if store.has(&folder.clone().join("answer.json")).await? {
                    continue;
                }
                let outcome = match self.seal_anew(store, &request).await {
                    Ok(parts) => Handed::Over(parts),
                    Err(error) if error.is_passing() => {
                        tracing::warn!(%tenant, %error, "cannot be handed over now");
                        continue;
                    }
                    Err(error) => Handed::Refused(error.to_string()),
                };
                tell(&request, &outcome);
                self.say(store, (&request, outcome)).await?;
            }
        }
        Ok(())
    }

    /// A request that is this installation's, fresh, and about where it lies.
    async fn read(
        &self,
        store: &Store,
        (tenant, path): (TenantId, &Path),
    ) -> Result<Option<Request>, StoreError> {
        let bytes = store.get_small(path, MOST_STATEMENT).await?;
        let request: Request = match signed::open(&bytes, self.installation) {
            Ok(request) => request,
            Err(error) => {
                tracing::error!(%path, %error, "a request is not believed");
                return Ok(None);
            }
        };
        let age = self.prover.domain.now() - request.at;
        let is_fresh = age < GOOD_FOR && age > -GOOD_FOR;
        let is_here = (request.tenant, request.tier) == (tenant, store.tier())
            && *path == Layout::of(tenant, store.tier()).request(&request.name());
        Ok((is_fresh && is_here).then_some(request))
    }

    async fn seal_anew(&self, store: &Store, request: &Request) -> Result<Vec<Part>, HandoverError> {
        let backup = Backup::find(store, (request.tenant, request.sequence), self.installation).await?;
        let recipients = Recipients::parse([request.recipient.as_str()])
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        let folder = scratch::folder(self.prover.scratch).await?;
        let sealing = Sealing { keeper: self, store, request, recipients, folder };
        match &request.wanted {
            Wanted::Database => sealing.database(&backup).await,
            Wanted::Files(wanted) => sealing.files(&backup, wanted).await,
        }
    }

    async fn say(&self, store: &Store, (request, outcome): (&Request, Handed)) -> Result<(), StoreError> {
        let answer = Answer {
            format: Answer::FORMAT.to_owned(),
            restore: request.restore,
            tenant: request.tenant,
            outcome,
            at: self.prover.domain.now(),
        };
        let key = self.prover.identity.signing_key();
        let bytes = signed::sign(&answer, &key).map_err(|error| StoreError::Source(error.into()))?;
        let folder = Layout::of(request.tenant, request.tier).handover(&request.name());
        store.put(&folder.join("answer.json"), bytes.into()).await
    }
}

impl HandoverError {
    fn is_passing(&self) -> bool {
        match self {
            Self::Store(error) | Self::Backup(BadBackup::Store(error)) => !error.is_verdict(),
            _ => false,
        }
    }
}

/// Parts of a back-up that are sealed to somebody else.
struct Sealing<'a> {
    keeper: &'a Keeper<'a>,
    store: &'a Store,
    request: &'a Request,
    recipients: Recipients,
    folder: TempDir,
}

impl Sealing<'_> {
    async fn database(&self, backup: &Backup<'_>) -> Result<Vec<Part>, HandoverError> {
        let identity = self.keeper.prover.identity;
        let file = self.folder.path().join("database.sqlite");
        backup.database(identity, &file).await?;
        let environment = backup.environment(identity).await?;
        let environment = serde_json::to_vec(&environment).map_err(io::Error::from)?;
        let database = self.part("database.sqlite.zst.age", File::open(&file)?).await?;
        let environment = self.part("environment.json.zst.age", io::Cursor::new(environment)).await?;
        Ok(vec![database, environment])
    }

    async fn files(&self, backup: &Backup<'_>, wanted: &[Hash]) -> Result<Vec<Part>, HandoverError> {
        let identity = self.keeper.prover.identity;
        let key = backup.environment(identity).await?.file_names();
        let listed = files::by_name(backup.files().await?);
        let mut done = HashSet::new();
        let mut parts = Vec::with_capacity(wanted.len());
        for (number, content) in wanted.iter().enumerate() {
            let missing = || BadBackup::FileMissing(*content);
            let name = files::name_of(&key, *content).filter(|name| done.insert(name.0));
            let entry: &FileEntry = listed.get(&name.ok_or_else(missing)?.0).ok_or_else(missing)?;
            let file = self.folder.path().join("file");
            let (plain, _) = backup.file(identity, (entry, u64::MAX), File::create(&file)?).await?;
            if plain.sha256 != *content {
                return Err(missing().into());
            }
            parts.push(self.part(&format!("{number}.zst.age"), File::open(&file)?).await?);
        }
        Ok(parts)
    }

    async fn part(&self, name: &str, content: impl io::Read + Send + 'static) -> Result<Part, HandoverError> {
        let folder = Layout::of(self.request.tenant, self.request.tier).handover(&self.request.name());
        // One more try after one that broke off must not run into what that left.
        let drawn = Layout::new_object(crate::layout::Kind::File, self.keeper.random);
        let drawn = drawn.rsplit('/').next().unwrap_or_default().replace(".zst.age", "");
        let path = folder.join(format!("{drawn}-{name}"));
        let sent = pipe::send((self.store, &path), &self.recipients, content).await?;
        let root = Layout::of(self.request.tenant, self.request.tier);
        let object = path.as_ref().strip_prefix(root.folder().as_ref()).unwrap_or_default();
        Ok(Part {
            object: object.trim_start_matches('/').to_owned(),
            bytes: sent.sealed.bytes,
            sha256: sent.sealed.sha256,
            plain_bytes: sent.plain.bytes,
            plain_sha256: sent.plain.sha256,
        })
    }
}
