//! Small secrets at rest: XChaCha20-Poly1305 with a random nonce in front.

use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use kernel::Random;
use zeroize::Zeroizing;

/// Bytes of nonce in front of the ciphertext.
const NONCE: usize = 24;

/// A 256-bit key, wiped from memory when dropped.
pub type SecretKey = Zeroizing<[u8; 32]>;

/// The sealed bytes were made with another key or for another purpose, or were tampered with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("sealed with another key or for another purpose, or tampered with")]
pub struct Unsealable;

/// Encrypts `plaintext` so that it only opens with the same `key` and the same `bound_to`.
///
/// `bound_to` says what the secret belongs to (a user's id, a column): it is not kept, and stops a
/// sealed value from being moved to another row. The result is 40 bytes longer than the plaintext.
pub fn seal(
    key: &SecretKey,
    bound_to: &[u8],
    plaintext: &[u8],
    random: &dyn Random,
) -> Result<Vec<u8>, Unsealable> {
    let mut nonce = [0_u8; NONCE];
    random.fill(&mut nonce);
    let payload = Payload { msg: plaintext, aad: bound_to };
    let ciphertext = cipher(key).encrypt(&XNonce::from(nonce), payload).map_err(|_| Unsealable)?;
    Ok([nonce.as_slice(), &ciphertext].concat())
}

/// Decrypts what [`seal`] made.
pub fn unseal(key: &SecretKey, bound_to: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unsealable> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE>().ok_or(Unsealable)?;
    let payload = Payload { msg: ciphertext, aad: bound_to };
    cipher(key).decrypt(&XNonce::from(*nonce), payload).map(Zeroizing::new).map_err(|_| Unsealable)
}

fn cipher(key: &SecretKey) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new((&**key).into())
}

#[cfg(test)]
mod tests {
    use kernel::SeededRandom;

    use super::*;

    fn key(byte: u8) -> SecretKey {
        Zeroizing::new([byte; 32])
    }

    #[test]
    fn a_sealed_secret_opens_with_its_own_key_and_owner_only() {
        let sealed = seal(&key(1), b"user 1", b"secret", &SeededRandom::new(1)).unwrap();
        assert_eq!(unseal(&key(1), b"user 1", &sealed).unwrap().as_slice(), b"secret");
        assert_eq!(unseal(&key(2), b"user 1", &sealed), Err(Unsealable));
        assert_eq!(unseal(&key(1), b"user 2", &sealed), Err(Unsealable));
    }

    #[test]
    fn a_flipped_or_missing_byte_is_noticed_wherever_it_is() {
        let sealed = seal(&key(1), b"", b"secret", &SeededRandom::new(1)).unwrap();
        for place in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[place] ^= 1;
            assert_eq!(unseal(&key(1), b"", &flipped), Err(Unsealable));
            assert_eq!(unseal(&key(1), b"", &sealed[..place]), Err(Unsealable));
        }
    }

    #[test]
    fn the_same_secret_never_looks_the_same_twice() {
        let random = SeededRandom::new(1);
        let seal_once = || seal(&key(1), b"", b"secret", &random).unwrap();
        assert_ne!(seal_once(), seal_once());
    }
}
