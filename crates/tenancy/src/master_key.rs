//! The key all other keys come from.

use std::{fmt, io, path::Path, str::FromStr};

use base64::{Engine, engine::general_purpose::STANDARD};
use kernel::{Random, Result, TenantId};
use tokio::{fs, io::AsyncWriteExt};
use zeroize::{Zeroize, Zeroizing};

use crate::{
    files::{at_path, create_private_dir},
    seal::SecretKey,
    tenant_key::{TenantKey, expand},
};

/// The key all other keys come from. Losing it is losing all second factors, files and database
/// passwords; whoever has it and the data has them all.
#[derive(Clone)]
pub struct MasterKey(SecretKey);

/// The text is no master key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a master key is 32 bytes in base64: 44 characters, e.g. from `openssl rand -base64 32`")]
pub struct BadMasterKey;

impl MasterKey {
    /// Reads `master.key` in the data directory, or makes it when there is none.
    ///
    /// Servers that start together on a new folder all get the one that was there first.
    pub(crate) async fn load_or_create(data_dir: &Path, random: &dyn Random) -> Result<Self> {
        create_private_dir(data_dir).await?;
        let path = data_dir.join("master.key");
        match fs::read_to_string(&path).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Self::create(data_dir, &path, random).await.map_err(|error| at_path(&path, error))?;
            }
            Err(error) => return Err(at_path(&path, error)),
            Ok(text) => return Self::parse_file(&path, text),
        }
        let text = fs::read_to_string(&path).await.map_err(|error| at_path(&path, error))?;
        Self::parse_file(&path, text)
    }

    fn parse_file(path: &Path, text: String) -> Result<Self> {
        let text = Zeroizing::new(text);
        text.trim().parse().map_err(|error| at_path(path, io::Error::new(io::ErrorKind::InvalidData, error)))
    }

    /// Writes the whole file aside and links it into place, so that nobody ever reads half a key
    /// and nobody overwrites one.
    async fn create(data_dir: &Path, path: &Path, random: &dyn Random) -> io::Result<()> {
        let mut key = Zeroizing::new([0_u8; 32]);
        random.fill(&mut *key);
        let mut suffix = [0_u8; 8];
        random.fill(&mut suffix);
        let aside = data_dir.join(format!("master.key.{:016x}", u64::from_be_bytes(suffix)));

        let mut options = fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        let mut file = options.open(&aside).await?;
        file.write_all(Zeroizing::new(STANDARD.encode(*key)).as_bytes()).await?;
        file.sync_all().await?;
        let linked = fs::hard_link(&aside, path).await;
        fs::remove_file(&aside).await?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
            _ => fs::File::open(data_dir).await?.sync_all().await,
        }
    }

    /// The key that an environment's own keys come from, when it was made here.
    pub(crate) fn of_tenant(&self, tenant: TenantId) -> TenantKey {
        TenantKey::new(self.expand(&[b"tenant", tenant.uuid().as_bytes()]))
    }

    /// A key for a purpose of the installation itself.
    #[must_use]
    pub fn derive_shared(&self, purpose: &'static str) -> SecretKey {
        self.expand(&[b"shared", purpose.as_bytes()])
    }

    /// Tells master keys apart without giving anything of them away.
    pub(crate) fn check(&self) -> String {
        STANDARD.encode(*self.derive_shared("fingerprint"))
    }

    fn expand(&self, parts: &[&[u8]]) -> SecretKey {
        expand(&self.0, parts)
    }
}

impl FromStr for MasterKey {
    type Err = BadMasterKey;

    fn from_str(text: &str) -> Result<Self, BadMasterKey> {
        let bytes = Zeroizing::new(STANDARD.decode(text).map_err(|_| BadMasterKey)?);
        let mut key = <[u8; 32]>::try_from(bytes.as_slice()).map_err(|_| BadMasterKey)?;
        let secret = Zeroizing::new(key);
        key.zeroize();
        Ok(Self(secret))
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MasterKey(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, SeededRandom};

    use super::*;

    fn master(byte: u8) -> MasterKey {
        MasterKey(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn ten_07_every_derived_key_has_the_tenant_the_purpose_and_the_master_key_in_it() {
        let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
        let (one, two) = (TenantId::generate(&clock, &random), TenantId::generate(&clock, &random));
        let key = master(1).of_tenant(one).derive("blobs");
        assert_eq!(key, master(1).of_tenant(one).derive("blobs"));
        assert_ne!(key, master(1).of_tenant(two).derive("blobs"));
        assert_ne!(key, master(1).of_tenant(one).derive("sessions"));
        assert_ne!(key, master(2).of_tenant(one).derive("blobs"));
        assert_ne!(key, master(1).derive_shared("blobs"));
        let numbered = |number| master(1).of_tenant(one).derive_numbered("blobs", number);
        assert_ne!(key, numbered(1));
        assert_ne!(numbered(2), numbered(1));
    }

    #[test]
    fn a_master_key_shows_itself_nowhere() {
        assert_eq!(format!("{:?}", master(7)), "MasterKey(redacted)");
        assert_ne!(master(7).check(), STANDARD.encode([7; 32]));
    }

    #[test]
    fn a_master_key_is_44_characters_of_base64() {
        assert!(STANDARD.encode([7; 32]).parse::<MasterKey>().is_ok());
        for text in ["", "geheim", &STANDARD.encode([7; 31]), &STANDARD.encode([7; 33])] {
            assert_eq!(text.parse::<MasterKey>().unwrap_err(), BadMasterKey);
        }
    }

    #[tokio::test]
    async fn servers_that_start_together_share_one_key_that_only_they_can_read() {
        let dir = tempfile::tempdir().unwrap();
        let random = SeededRandom::new(1);
        let loads = (0..8).map(|_| MasterKey::load_or_create(dir.path(), &random));
        let keys = futures::future::try_join_all(loads).await.unwrap();
        assert!(keys.iter().all(|key| key.check() == keys[0].check()));

        let names: Vec<_> =
            std::fs::read_dir(dir.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert_eq!(names, ["master.key"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(dir.path().join("master.key")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[tokio::test]
    async fn a_damaged_key_file_is_refused_and_never_replaced() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("master.key"), "half a k").unwrap();
        assert!(MasterKey::load_or_create(dir.path(), &SeededRandom::new(1)).await.is_err());
        assert_eq!(std::fs::read_to_string(dir.path().join("master.key")).unwrap(), "half a k");
    }
}
