//! Files are encrypted in chunks with the STREAM construction over XChaCha20-Poly1305: chunks
//! cannot be changed, cut off, swapped or repeated without it being noticed.
//!
//! A blob is a header (version, nonce) and chunks of 64 KiB plus tag; the last one may be shorter.

use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use chacha20poly1305::{XChaCha20Poly1305, aead::Payload};
use kernel::Random;

use crate::seal::{SecretKey, Unsealable};

/// Bytes of content in a full chunk.
pub(super) const CHUNK: usize = 64 * 1024;
/// Bytes of a full chunk in the store.
pub(super) const SEALED_CHUNK: usize = CHUNK + 16;
/// Bytes before the first chunk.
pub(super) const HEADER: usize = 1 + NONCE;

/// Bytes of nonce that all chunks share; the position and the end mark make up the other five.
const NONCE: usize = 19;
const VERSION: u8 = 1;

/// What a blob begins with.
pub(super) struct Header {
    nonce: [u8; NONCE],
}

impl Header {
    pub(super) fn generate(random: &dyn Random) -> Self {
        let mut nonce = [0_u8; NONCE];
        random.fill(&mut nonce);
        Self { nonce }
    }

    pub(super) fn parse(bytes: &[u8]) -> Option<Self> {
        let (version, nonce) = bytes.split_first()?;
        (*version == VERSION).then_some(Self { nonce: nonce.try_into().ok()? })
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        [[VERSION].as_slice(), &self.nonce].concat()
    }
}

/// Encrypts or decrypts the chunks of one blob, in order.
pub(super) struct ChunkCipher {
    stream: StreamBE32<XChaCha20Poly1305>,
    bound_to: Vec<u8>,
    position: u32,
}

impl ChunkCipher {
    /// `bound_to` says whose blob it is, and which: in another place it does not open.
    pub(super) fn new(key: &SecretKey, header: &Header, bound_to: Vec<u8>) -> Self {
        let stream = StreamBE32::new((&**key).into(), &header.nonce.into());
        Self { stream, bound_to, position: 0 }
    }

    pub(super) fn seal(&mut self, chunk: &[u8], is_last: bool) -> Result<Vec<u8>, Unsealable> {
        let payload = Payload { msg: chunk, aad: &self.bound_to };
        let sealed = self.stream.encrypt(self.position, is_last, payload).map_err(|_| Unsealable)?;
        self.advance()?;
        Ok(sealed)
    }

    pub(super) fn open(&mut self, sealed: &[u8], is_last: bool) -> Result<Vec<u8>, Unsealable> {
        let payload = Payload { msg: sealed, aad: &self.bound_to };
        let chunk = self.stream.decrypt(self.position, is_last, payload).map_err(|_| Unsealable)?;
        self.advance()?;
        Ok(chunk)
    }

    /// A position never comes back: a blob ends before 256 TiB.
    fn advance(&mut self) -> Result<(), Unsealable> {
        self.position = self.position.checked_add(1).ok_or(Unsealable)?;
        Ok(())
    }
}
