//! The secret in a link.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{Random, SecretText};
use sha2::{Digest, Sha256};

/// 256 bits: nobody guesses one.
const BYTES: usize = 32;
/// The same in base64url.
const CHARACTERS: usize = 43;

/// A new secret, with what is kept of it.
pub(super) fn new(random: &dyn Random) -> (SecretText, String) {
    let mut bytes = [0_u8; BYTES];
    random.fill(&mut bytes);
    let token = URL_SAFE_NO_PAD.encode(bytes);
    let hash = hash(&token);
    (SecretText::from(token), hash)
}

/// What a secret is looked up by, if it has the form of one. Its time tells nothing: what is compared is a
/// hash that nobody can steer.
pub(super) fn lookup(token: &str) -> Option<String> {
    let has_form = token.len() == CHARACTERS
        && token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    has_form.then(|| hash(token))
}

fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token))
}

#[cfg(test)]
mod tests {
    use kernel::SeededRandom;

    use super::*;

    #[test]
    fn a_secret_is_found_by_its_hash_and_nothing_else_is_looked_up() {
        let (token, hash) = new(&SeededRandom::new(1));
        assert_eq!(lookup(token.expose()), Some(hash.clone()));
        assert_ne!(token.expose(), hash);
        for other in ["", "abc", &"a".repeat(44), &"a".repeat(1 << 20), &"é".repeat(43), &format!("{hash} ")]
        {
            assert_eq!(lookup(other), None, "{other:.50}");
        }
    }
}
