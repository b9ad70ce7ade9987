//! The key an environment's own keys come from.

use std::fmt;

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::seal::SecretKey;

/// The key an environment's own keys come from.
///
/// It comes from the installation's master key, or came with the environment from another installation. Back-ups
/// carry it, so that what is sealed in one opens wherever it is put back.
#[derive(Clone, PartialEq, Eq)]
pub struct TenantKey(SecretKey);

impl TenantKey {
    /// The key with these bytes: one that a back-up carried.
    #[must_use]
    pub fn new(bytes: SecretKey) -> Self {
        Self(bytes)
    }

    /// A key for one purpose: no two purposes have the same.
    #[must_use]
    pub fn derive(&self, purpose: &'static str) -> SecretKey {
        expand(&self.0, &[b"purpose", purpose.as_bytes()])
    }

    /// One of several keys for one purpose, after each other.
    #[must_use]
    pub fn derive_numbered(&self, purpose: &'static str, number: i32) -> SecretKey {
        expand(&self.0, &[b"numbered", purpose.as_bytes(), &number.to_be_bytes()])
    }

    /// The key itself: for a back-up, which is encrypted, and for nothing else.
    #[must_use]
    pub fn expose(&self) -> &SecretKey {
        &self.0
    }
}

impl fmt::Debug for TenantKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TenantKey(redacted)")
    }
}

/// HKDF-SHA256 (RFC 5869). Every part is preceded by its length: no two lists of parts read alike.
#[allow(clippy::expect_used, reason = "a key of zeroes must never pass for a real one")]
pub(crate) fn expand(key: &SecretKey, parts: &[&[u8]]) -> SecretKey {
    let mut info = b"waarborg/1".to_vec();
    for part in parts {
        info.extend_from_slice(&(part.len() as u64).to_be_bytes());
        info.extend_from_slice(part);
    }
    let mut derived = Zeroizing::new([0_u8; 32]);
    Hkdf::<Sha256>::new(None, &**key)
        .expand(&info, &mut *derived)
        .expect("HKDF-SHA256 gives up to 8,160 bytes, 32 are asked");
    derived
}
