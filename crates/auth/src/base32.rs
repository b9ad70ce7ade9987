//! Crockford's base32: letters and digits that are not mistaken for one another when they are read aloud
//! or copied by hand.

use crate::SecretText;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The bytes in capitals, five bits per character; what is left of the last five bits is zero.
pub(crate) fn encode(bytes: &[u8]) -> SecretText {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = ((held << 8) | u32::from(*byte)) & 0xfff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text.into()
}

/// What was typed in the one form it is compared in: capitals, without spaces and dashes, and with the
/// digits for the letters they are taken for. `None` when it is not `length` characters of the alphabet.
pub(crate) fn canonical(typed: &str, length: usize) -> Option<SecretText> {
    let is_between =
        |c: char| c.is_ascii_whitespace() || matches!(c, '-' | '\u{a0}' | '\u{2010}'..='\u{2015}');
    let mut canonical = String::with_capacity(length);
    for typed in typed.chars().filter(|c| !is_between(*c)) {
        let meant = match typed.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let is_letter = u8::try_from(meant).is_ok_and(|byte| ALPHABET.contains(&byte));
        if !is_letter || canonical.len() == length {
            return None;
        }
        canonical.push(meant);
    }
    (canonical.len() == length).then(|| canonical.into())
}

fn letter(five_bits: u32) -> char {
    let index = (five_bits & 0x1f) as usize;
    ALPHABET.get(index).copied().map_or('0', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_five_bits_become_one_character() {
        for (bytes, text) in [
            (&[][..], ""),
            (&[0], "00"),
            (&[0xff], "ZW"),
            (&[0x00, 0x44, 0x32, 0x14, 0xc7], "01234567"),
            (&[0xff; 10], "ZZZZZZZZZZZZZZZZ"),
        ] {
            assert_eq!(encode(bytes).expose(), text, "{bytes:?}");
        }
    }

    #[test]
    fn mfa_18_case_spaces_dashes_and_lookalikes_do_not_matter() {
        for typed in
            ["01AB-CDEF", "01ab cdef", " OlabCDEF\n", "oI-a-b-c-d-e-f", "01AB–CDEF", "0 1 A B\u{a0}C D E F"]
        {
            assert_eq!(canonical(typed, 8).unwrap().expose(), "01ABCDEF", "{typed:?}");
        }
        for typed in ["", "01ABCDE", "01ABCDEFG", "01ABCDEU", "01ABCDE!", "０1ABCDEF", "01ABCDE\0"] {
            assert!(canonical(typed, 8).is_none(), "{typed:?}");
        }
    }
}
