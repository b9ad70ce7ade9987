//! What a token looks like: `wbg_`, eight characters it is known by, 160 bits of chance, and a checksum by
//! which one that was cut off or mistyped is told apart without asking the database.

use kernel::{Random, SecretText};
use sha2::{Digest, Sha256};

use crate::base32;

/// What all our tokens begin with, so that people and secret scanners recognise one.
const MARK: &str = "wbg_";
/// Bytes of chance: 40 bits it is known by, 160 bits that are the secret.
const BYTES: usize = 25;
/// Characters of chance.
const CHARACTERS: usize = 40;
/// Bytes of the checksum.
const CHECK_BYTES: usize = 5;
/// Characters a token is known by, with the mark.
const PREFIX: usize = MARK.len() + 8;

/// A new token.
pub(super) fn new(random: &dyn Random) -> SecretText {
    let mut bytes = [0_u8; BYTES];
    random.fill(&mut bytes);
    let body = format!("{MARK}{}", base32::encode(&bytes).expose().to_ascii_lowercase());
    format!("{body}{}", check(&body)).into()
}

/// The characters the token is known by; `None` when it is none of ours, or not all of it.
pub(super) fn prefix(token: &SecretText) -> Option<&str> {
    let body = token.expose().get(..MARK.len() + CHARACTERS)?;
    let is_whole = body.starts_with(MARK) && token.expose().get(body.len()..) == Some(check(body).as_str());
    if is_whole { body.get(..PREFIX) } else { None }
}

/// It finds mistakes and keeps nobody out: everybody can compute it.
fn check(body: &str) -> String {
    let digest = Sha256::digest(body);
    let first: Vec<u8> = digest.iter().copied().take(CHECK_BYTES).collect();
    base32::encode(&first).expose().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use kernel::SeededRandom;

    use super::*;

    #[test]
    fn jwt_08_a_token_that_is_cut_changed_or_somebody_elses_is_none() {
        let token = new(&SeededRandom::new(1));
        let text = token.expose();
        assert_eq!((text.len(), prefix(&token)), (52, text.get(..12)));
        for length in 0..text.len() {
            assert_eq!(prefix(&text[..length].into()), None, "{length}");
        }
        for place in 0..text.len() {
            let mut changed = text.as_bytes().to_vec();
            changed[place] = if changed[place] == b'7' { b'8' } else { b'7' };
            assert_eq!(prefix(&String::from_utf8(changed).unwrap().into()), None, "{place}");
        }
        for other in [
            format!("{text}0"),
            format!(" {text}"),
            text.to_uppercase(),
            text.replace("wbg_", "ghp_"),
            "é".repeat(26),
        ] {
            assert_eq!(prefix(&other.into()), None);
        }
        assert_ne!(new(&SeededRandom::new(2)).expose(), text);
    }
}
