//! The end of the chain at some moment, signed.

use std::{fmt, str::FromStr};

use base64::{Engine, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use kernel::{Instant, TenantId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    Bytes, Hash,
    encode::{HEAD, Message},
};

/// The end of the chain at some moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// Whose log.
    pub tenant: TenantId,
    /// The last event.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
    /// When it was signed.
    pub at: Instant,
    /// The head that was signed before, which the signer has seen to lie in the same chain.
    pub previous: Option<EarlierHead>,
    /// Set when a copy was put back and that was meant: the last head there was until then. What was
    /// published behind this head's event before it was signed is left behind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<EarlierHead>,
}

/// An earlier head that a head goes on from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierHead {
    /// The last event then.
    pub seq: i64,
    /// Its hash.
    pub hash: Hash,
}

/// A head with the signature that says it was once so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignedHead {
    /// What is signed.
    #[serde(flatten)]
    pub head: Head,
    /// Which key signed it: [`PublicKey::id`].
    pub key_id: String,
    /// Ed25519 (RFC 8032) over the head's bytes.
    pub signature: Bytes,
}

impl Head {
    fn message(&self) -> Vec<u8> {
        let message = Message::new(HEAD, Vec::new())
            .bytes(self.tenant.uuid().as_bytes())
            .integer(self.seq)
            .bytes(&self.hash.0)
            .moment(self.at);
        let earlier =
            |message: Message<Vec<u8>>, head: &EarlierHead| message.integer(head.seq).bytes(&head.hash.0);
        let message = match &self.previous {
            Some(head) => earlier(message, head),
            None => message.nothing().nothing(),
        };
        match &self.restored {
            Some(head) => earlier(message, head),
            None => message,
        }
        .into_inner()
    }
}

impl SignedHead {
    /// Whether this key signed exactly this.
    #[must_use]
    pub fn is_signed_by(&self, key: &PublicKey) -> bool {
        self.key_id == key.id() && key.has_signed(&self.head.message(), &self.signature.0)
    }
}

/// The key an environment's heads are signed with.
pub struct HeadKey(SigningKey);

impl HeadKey {
    /// The key that these 32 secret bytes make.
    #[must_use]
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(SigningKey::from_bytes(secret))
    }

    /// What others check signatures with.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    /// Signs bytes that say what they are: never what another part of the product takes for something else.
    #[must_use]
    pub fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }

    /// Signs a head.
    #[must_use]
    pub fn sign(&self, head: Head) -> SignedHead {
        let signature = Bytes(self.0.sign(&head.message()).to_bytes().to_vec());
        SignedHead { head, key_id: self.public().id(), signature }
    }
}

impl fmt::Debug for HeadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HeadKey(redacted)")
    }
}

/// What signatures are checked with; as text 44 characters of base64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Whether this key signed exactly these bytes (Ed25519, RFC 8032).
    #[must_use]
    pub fn has_signed(&self, bytes: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature)
            .is_ok_and(|signature| self.0.verify_strict(bytes, &signature).is_ok())
    }

    /// A short name for the key: the first 16 hexadecimal digits of its SHA-256.
    #[must_use]
    pub fn id(&self) -> String {
        let hash = Hash::of(Sha256::new().chain_update(self.0.as_bytes()));
        hash.to_string().chars().take(16).collect()
    }
}

/// The text is no public key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an Ed25519 public key in base64")]
pub struct BadPublicKey;

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD.encode(self.0.as_bytes()))
    }
}

impl FromStr for PublicKey {
    type Err = BadPublicKey;

    fn from_str(text: &str) -> Result<Self, BadPublicKey> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| BadPublicKey)?;
        let bytes = <[u8; 32]>::try_from(bytes).map_err(|_| BadPublicKey)?;
        VerifyingKey::from_bytes(&bytes).map(Self).map_err(|_| BadPublicKey)
    }
}
