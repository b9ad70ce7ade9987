//! An environment with people, records and files, and a store in memory or in a bucket.

use std::sync::Arc;

use crate::bucket::Bucket;
use domain::{
    Access, Ctx, Domain, Request,
    file::{self, NewFile},
    form::{self, FieldDraft, FieldKind, FormDraft},
    record::{self, NewRecord, Value},
    user::{self, NewUser},
};
use futures::TryStreamExt;
use kernel::{Actor, Locale, Localized, Random, Role, SystemRandom};
use ledger::HeadKey;
use object_store::{ObjectStore, ObjectStoreExt, memory::InMemory};
use sha2::{Digest, Sha256};
use tenancy::{TenantBlobs, TenantDb, TenantEntry, testing::TestTenancy};
use waarborg_backup::{
    Backup, Examiner, Identity, MakeError, Progress, Proof, Prover, Recipients, SignedManifest, Source,
    Store, Tier, Unproven, Workshop, make, prove,
};

/// What no compression makes smaller.
pub(crate) fn noise(bytes: usize) -> Vec<u8> {
    let mut noise = vec![0; bytes];
    SystemRandom.fill(&mut noise);
    noise
}

pub(crate) struct Stage {
    pub tenant: TenantEntry,
    pub objects: Arc<InMemory>,
    /// Where back-ups lie instead.
    pub bucket: Option<Bucket>,
    pub operations: Identity,
    pub escrow: Identity,
    pub key: HeadKey,
    pub administrator: Ctx,
    db: TenantDb,
    blobs: TenantBlobs,
    scratch: tempfile::TempDir,
    clock: Arc<kernel::FixedClock>,
    domain: Domain,
}

/// Finds that all works.
struct Nobody;

#[async_trait::async_trait]
impl Examiner for Nobody {
    async fn examine(&self, _: &Ctx) -> kernel::Result<Option<String>> {
        Ok(None)
    }
}

impl Stage {
    pub(crate) async fn new(test: &TestTenancy, slug: &str) -> Self {
        let db = Box::pin(test.tenant_db(slug)).await;
        let entries = test.tenancy().list_tenants().await.unwrap();
        let tenant = entries.into_iter().find(|entry| entry.id == db.tenant_id()).unwrap();
        let domain = Domain::new(test.clock(), Arc::new(SystemRandom));
        let system = domain.ctx(Request {
            db: db.clone(),
            actor: Actor::System,
            access: Access::default(),
            locale: Locale::Nl,
            address: None,
        });
        let new = NewUser {
            username: "annet".into(),
            email: "annet@example.test".into(),
            display_name: "Annet".into(),
            role: Role::Administrator,
            locale: Locale::Nl,
        };
        let user = user::create(&system, new).await.unwrap();
        let administrator = system.acting_as(Actor::User { id: user.id, role: user.role }, Locale::Nl);
        let field = |label: &str, kind| FieldDraft::new(Localized::same(label), kind);
        let draft = FormDraft {
            name: Localized::same("Sleutels"),
            singular_name: Localized::same("Sleutel"),
            number_prefix: "SLE".into(),
            fields: vec![
                field("Naam", FieldKind::Text { multiline: false, max_length: None }),
                field("Bewijs", FieldKind::File { multiple: true }),
            ],
            ..FormDraft::default()
        };
        form::create_own(&administrator, draft).await.unwrap();
        Self {
            blobs: test.tenancy().blobs(&tenant),
            tenant,
            objects: Arc::new(InMemory::new()),
            bucket: None,
            operations: Identity::generate().0,
            escrow: Identity::generate().0,
            key: HeadKey::new(&[7; 32]),
            administrator,
            db,
            scratch: tempfile::tempdir().unwrap(),
            clock: test.clock(),
            domain,
        }
    }

    pub(crate) async fn in_bucket(test: &TestTenancy, slug: &str, bucket: Bucket) -> Self {
        Self { bucket: Some(bucket), ..Self::new(test, slug).await }
    }

    /// The names of all objects in the store.
    pub(crate) async fn names(&self) -> Vec<String> {
        if let Some(bucket) = &self.bucket {
            return bucket.names().await;
        }
        let listed: Vec<_> = self.objects.list(None).try_collect().await.unwrap();
        listed.into_iter().map(|object| object.location.to_string()).collect()
    }

    /// A record with a file of this content.
    pub(crate) async fn fill(&self, name: &str, content: Vec<u8>) {
        let sha256 = ledger::Hash(Sha256::digest(&content).into()).to_string();
        let new = NewFile {
            file_name: format!("{name}.txt"),
            media_type: "text/plain".into(),
            byte_size: i64::try_from(content.len()).unwrap(),
            sha256,
        };
        self.blobs.put(&file::blob_name(&new.sha256).parse().unwrap(), content.into()).await.unwrap();
        let file = file::create(&self.administrator, new).await.unwrap();
        let values = [("naam", Value::Text(name.into())), ("bewijs", Value::File(vec![file.id]))];
        let values = values.into_iter().map(|(key, value)| (key.to_owned(), Some(value))).collect();
        let new = NewRecord { form_key: "sleutels".into(), values, status: None };
        record::create(&self.administrator, new).await.unwrap();
    }

    /// The SHA-256 of what files hold.
    pub(crate) async fn contents(&self) -> Vec<ledger::Hash> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.sqlite");
        self.db.snapshot_to(&file).await.unwrap();
        let snapshot = tenancy::Snapshot::open(&file);
        let contents = file::contents(&snapshot).await.unwrap();
        snapshot.close().await.unwrap();
        contents.into_iter().map(|content| content.sha256).collect()
    }

    pub(crate) async fn forget_blob(&self, name: &str) {
        self.blobs.delete(&name.parse().unwrap()).await.unwrap();
    }

    pub(crate) fn store(&self, tier: Tier) -> Store {
        match &self.bucket {
            Some(bucket) => bucket.store(tier),
            None => Store::new(tier, "memory".into(), self.objects.clone()),
        }
    }

    pub(crate) async fn make(&self, tier: Tier) -> Result<SignedManifest, MakeError> {
        let names = [self.operations.recipient(), self.escrow.recipient()];
        let recipients = Recipients::parse(names.iter().map(String::as_str)).unwrap();
        let workshop = Workshop {
            recipients: &recipients,
            key: &self.key,
            clock: &*self.clock,
            random: &SystemRandom,
            progress: &Progress::default(),
        };
        let (db, blobs, scratch) = (&self.db, &self.blobs, self.scratch.path());
        Box::pin(make(Source { tenant: &self.tenant, db, blobs, scratch }, &self.store(tier), &workshop))
            .await
    }

    /// Flips a bit of a back-up's database, in the store.
    pub(crate) async fn spoil_database(&self, tier: Tier, sequence: u64) {
        let store = self.store(tier);
        let backup = Backup::find(&store, (self.tenant.id, sequence), &self.key.public()).await.unwrap();
        let object = &backup.signed.manifest.database.object;
        let path = format!("{tier}/{}/{object}", self.tenant.id).as_str().into();
        let mut bytes = self.objects.get(&path).await.unwrap().bytes().await.unwrap().to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        self.objects.put(&path, bytes.into()).await.unwrap();
    }

    pub(crate) fn prover<'a>(&'a self, identity: &'a Identity) -> Prover<'a> {
        Prover { identity, scratch: self.scratch.path(), domain: &self.domain, examiner: &Nobody }
    }

    pub(crate) async fn prove(&self, tier: Tier, sequence: u64) -> Result<Proof, Unproven> {
        self.prove_with(&self.operations, tier, sequence).await
    }

    pub(crate) async fn prove_with(
        &self,
        identity: &Identity,
        tier: Tier,
        sequence: u64,
    ) -> Result<Proof, Unproven> {
        let store = self.store(tier);
        let backup = Backup::find(&store, (self.tenant.id, sequence), &self.key.public()).await?;
        let proof = Box::pin(prove(&backup, &self.prover(identity))).await;
        let left = std::fs::read_dir(self.scratch.path()).unwrap().count();
        assert_eq!(left, 0, "nothing stays of a copy");
        proof
    }
}
