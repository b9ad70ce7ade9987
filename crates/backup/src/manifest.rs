//! What a back-up says of itself, signed: the last thing that is written, and the first that is read.

use std::collections::BTreeMap;

use kernel::{Instant, TenantId};
use ledger::{Hash, HeadKey, PublicKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::signed::{self, BadStatement, Statement};

/// Names the format and its version, in every manifest and in what is signed.
pub const FORMAT: &str = "waarborg back-up 1";

pub use tenancy::BackupTier as Tier;

/// What a back-up says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// Whose.
    pub tenant: TenantId,
    /// Its short name then.
    pub slug: String,
    /// The store it was made for.
    pub tier: Tier,
    /// 1, 2, 3 … of this environment in this store.
    pub sequence: u64,
    /// The moment the copy shows.
    pub taken_at: Instant,
    /// When all of it lay in the store.
    pub finished_at: Instant,
    /// What made it.
    pub versions: Versions,
    /// The keys that open it, each alone: age recipients.
    pub recipients: Vec<String>,
    /// The database.
    pub database: Part,
    /// What the registry knows of the environment, and its keys.
    pub environment: Part,
    /// The list of files; not encrypted, it says names that mean nothing, sizes and hashes.
    pub files: FileList,
    /// What is in every table.
    pub tables: BTreeMap<String, Table>,
    /// The end of the audit log in the copy; absent when nothing was ever logged.
    pub audit_head: Option<AuditHead>,
    /// The back-up before this one in this store.
    pub previous: Option<Previous>,
}

/// What made a back-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Versions {
    /// The program.
    pub waarborg: String,
    /// The newest migration of the tables.
    pub schema: String,
    /// The library that wrote the database file.
    pub sqlite: String,
}

/// One object of a back-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Part {
    /// Its name in the store, below the environment's folder.
    pub object: String,
    /// Bytes as they lie there.
    pub bytes: u64,
    /// SHA-256 of those.
    pub sha256: Hash,
    /// Bytes of what is in it.
    pub plain_bytes: u64,
    /// SHA-256 of those.
    pub plain_sha256: Hash,
}

/// The object that holds the list of files: a line of JSON for each, compressed with zstd.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FileList {
    /// Its name in the store, below the environment's folder.
    pub object: String,
    /// Bytes as they lie there.
    pub bytes: u64,
    /// SHA-256 of those.
    pub sha256: Hash,
    /// How many files.
    pub count: u64,
    /// What the files' own objects take, in bytes.
    pub total_bytes: u64,
}

/// One table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Table {
    /// Rows.
    pub rows: u64,
    /// What they add up to: see [`tenancy::TableDigest`].
    pub sum: Hash,
}

impl From<tenancy::TableDigest> for Table {
    fn from(digest: tenancy::TableDigest) -> Self {
        Self { rows: digest.rows, sum: Hash(digest.sum) }
    }
}

/// The end of an audit log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditHead {
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

/// The back-up before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Previous {
    /// Its number.
    pub sequence: u64,
    /// SHA-256 of its manifest as it lies in the store.
    pub sha256: Hash,
}

/// A manifest with its signature, as it lies in a store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedManifest {
    /// What it says.
    pub manifest: Manifest,
    bytes: Vec<u8>,
}

impl Statement for Manifest {
    const FORMAT: &'static str = FORMAT;
}

impl SignedManifest {
    /// Signs a manifest.
    pub fn sign(manifest: Manifest, key: &HeadKey) -> serde_json::Result<Self> {
        let bytes = signed::sign(&manifest, key)?;
        Ok(Self { manifest, bytes })
    }

    /// Reads what lies in a store. Nothing of it is looked at before the signature is found to be right.
    pub fn open(bytes: Vec<u8>, key: &PublicKey) -> Result<Self, BadStatement> {
        let manifest = signed::open(&bytes, key)?;
        Ok(Self { manifest, bytes })
    }

    /// As it lies in a store.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the next manifest says of this one.
    #[must_use]
    pub fn as_previous(&self) -> Previous {
        Previous { sequence: self.manifest.sequence, sha256: Hash(Sha256::digest(&self.bytes).into()) }
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, FixedClock, SeededRandom};

    use super::*;

    fn part(object: &str) -> Part {
        let sha256 = Hash([7; 32]);
        Part { object: object.to_owned(), bytes: 10, sha256, plain_bytes: 20, plain_sha256: sha256 }
    }

    fn manifest() -> Manifest {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        Manifest {
            format: FORMAT.to_owned(),
            tenant: TenantId::generate(&clock, &random),
            slug: "zorgpunt".into(),
            tier: Tier::Cold,
            sequence: 12,
            taken_at: clock.now(),
            finished_at: clock.now(),
            versions: Versions { waarborg: "0.1.0".into(), schema: "m0020".into(), sqlite: "3.51.3".into() },
            recipients: vec!["age1one".into(), "age1two".into()],
            database: part("data/1"),
            environment: part("data/2"),
            files: FileList {
                object: "files/1".into(),
                bytes: 3,
                sha256: Hash([1; 32]),
                count: 0,
                total_bytes: 0,
            },
            tables: BTreeMap::from([("record".to_owned(), Table { rows: 3, sum: Hash([2; 32]) })]),
            audit_head: Some(AuditHead { seq: 4, hash: Hash([3; 32]) }),
            previous: None,
        }
    }

    #[test]
    fn bak_24_any_edit_of_a_manifest_is_found_offline_with_the_public_key_alone() {
        let key = HeadKey::new(&[5; 32]);
        let signed = SignedManifest::sign(manifest(), &key).unwrap();
        let opened = SignedManifest::open(signed.bytes().to_vec(), &key.public()).unwrap();
        assert_eq!((&opened, &opened.manifest), (&signed, &manifest()));
        for place in 0..signed.bytes().len() {
            for bit in 0..8 {
                let mut bytes = signed.bytes().to_vec();
                bytes[place] ^= 1 << bit;
                assert!(SignedManifest::open(bytes, &key.public()).is_err(), "byte {place}, bit {bit}");
            }
            let cut = signed.bytes()[..place].to_vec();
            assert!(SignedManifest::open(cut, &key.public()).is_err(), "cut at {place}");
        }
        let longer = [signed.bytes(), b"\n"].concat();
        assert_eq!(SignedManifest::open(longer, &key.public()), Err(BadStatement::Shape));
        let other = HeadKey::new(&[6; 32]).public();
        assert_eq!(SignedManifest::open(signed.bytes().to_vec(), &other), Err(BadStatement::Signature));
    }

    #[test]
    fn a_manifest_of_a_newer_program_says_so() {
        let key = HeadKey::new(&[5; 32]);
        let mut newer = manifest();
        newer.format = "waarborg back-up 2".into();
        let signed = SignedManifest::sign(newer, &key).unwrap();
        let refused = SignedManifest::open(signed.bytes().to_vec(), &key.public());
        assert_eq!(refused, Err(BadStatement::Format("waarborg back-up 2".into(), FORMAT)));
    }
}
