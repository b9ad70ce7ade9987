//! Passwords that are tried first: those of breaches, ordinary words with something behind them, rows of keys.
//!
//! Nothing leaves the server for it. The list is in the program: see THIRD-PARTY.md for where it is from.

use std::cmp::Ordering;

use domain::text::fold;

/// Passwords of breaches, and Dutch and English words and names: folded, letters and digits only, of six
/// characters and more, one a line, in the order of their bytes.
const LIST: &str = include_str!("common.txt");
/// What people put around a word they know: this much does not make it another one.
const TRIMMINGS: usize = 6;
/// Something this short, over and over, is no secret.
const SHORTEST_REPEATED: usize = 4;
/// Neighbours on a keyboard, in the alphabet, and among digits.
const ROWS: [&str; 7] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qwertzuiop",
];
/// A password of no more rows of keys than this is one of them.
const ROWS_AT_MOST: usize = 3;

/// Whether the password is among those that are tried first.
pub(super) fn is_common(password: &str) -> bool {
    let folded = fold(password);
    let plain = plain(&folded);
    is_listed(&plain) || is_known_at_heart(&folded) || is_repeated(&plain) || is_rows(&plain)
}

/// Whether it is a listed word with a little around it, in disguise or not: `Welkom-2026!`, `W3lk0m`.
fn is_known_at_heart(folded: &str) -> bool {
    let is_trimming = |c: char| !c.is_alphabetic();
    let (bare, front) = (folded.trim_matches(is_trimming), folded.trim_end_matches(is_trimming));
    let length = folded.chars().count();
    let disguised = [folded, bare, front].into_iter().flat_map(|text| [unleet(text, 'i'), unleet(text, 'l')]);
    disguised
        .chain([plain(bare), plain(front)])
        .any(|heart| length.saturating_sub(heart.chars().count()) <= TRIMMINGS && is_listed(&heart))
}

fn plain(folded: &str) -> String {
    folded.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Letters for the digits and signs that look like them; other signs are gone. A `1` is an i or an l.
fn unleet(folded: &str, one: char) -> String {
    let letter = |c: char| match c {
        '0' => Some('o'),
        '1' | '!' | '|' => Some(one),
        '3' | '€' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        '7' => Some('t'),
        '8' => Some('b'),
        other => other.is_alphanumeric().then_some(other),
    };
    folded.chars().filter_map(letter).collect()
}

/// Whether it is a listed word, or something short, over and over.
fn is_repeated(plain: &str) -> bool {
    let letters: Vec<char> = plain.chars().collect();
    (1..=letters.len() / 2).filter(|length| letters.len().is_multiple_of(*length)).any(|length| {
        let Some((unit, rest)) = letters.split_at_checked(length) else { return false };
        let repeats = rest.chunks(length).all(|chunk| chunk == unit);
        repeats && (length <= SHORTEST_REPEATED || is_listed(&unit.iter().collect::<String>()))
    })
}

/// Whether it is made of a few rows of keys: `qwertyuiop12`, `1234567890ab`.
fn is_rows(plain: &str) -> bool {
    let letters: Vec<char> = plain.chars().collect();
    let breaks = letters.windows(2).filter(|pair| match pair {
        [one, other] => !are_neighbours(*one, *other),
        _ => false,
    });
    !letters.is_empty() && breaks.count() < ROWS_AT_MOST
}

fn are_neighbours(one: char, other: char) -> bool {
    let follows = |row: &&str, first: char, second: char| {
        row.chars().zip(row.chars().skip(1)).any(|pair| pair == (first, second))
    };
    one == other || ROWS.iter().any(|row| follows(row, one, other) || follows(row, other, one))
}

/// Binary search among the lines.
fn is_listed(word: &str) -> bool {
    let (mut low, mut high) = (0, LIST.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = LIST.get(..middle).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        let rest = LIST.get(start..).unwrap_or_default();
        let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
        match line.cmp(word) {
            Ordering::Equal => return true,
            Ordering::Less => low = start + line.len() + 1,
            Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_folded_and_of_more_than_a_hundred_thousand_lines() {
        let lines: Vec<_> = LIST.lines().collect();
        assert!(lines.len() > 100_000, "{}", lines.len());
        assert!(lines.is_sorted_by(|one, other| one < other));
        for line in &lines {
            assert!(
                line.len() >= 6
                    && line.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase()),
                "{line}"
            );
        }
    }

    #[test]
    fn every_line_of_the_list_is_found_and_what_is_between_them_is_not() {
        for line in LIST.lines().step_by(37).chain(LIST.lines().take(3)).chain(LIST.lines().last()) {
            assert!(is_listed(line), "{line}");
            assert!(!is_listed(&format!("{line}~")), "{line}~");
        }
        for word in ["", "0", "zzzzzzzzzzzzzzzz", "\u{10ffff}"] {
            assert!(!is_listed(word), "{word}");
        }
    }

    #[test]
    fn passwords_that_are_tried_first_are_common_whatever_is_put_around_them() {
        for password in [
            "password1234",
            "Password-1234",
            "P@ssw0rd2026!",
            "qwerty123456",
            "1q2w3e4r5t6y",
            "welkom123456",
            "Welkom-2026!",
            "W3lk0m!2026!",
            "Wachtwoord01",
            "wachtwoord2026",
            "Gezondheidszorg",
            "international!",
            "Voorjaar2026!",
            "iloveyou1234",
            "aaaaaaaaaaaa",
            "123456789012",
            "abcabcabcabc",
            "qwertyuiop12",
            "abcdefghijkl",
            "987654321098",
            "wachtwoordwachtwoord",
            "geheim geheim",
            "correcthorsebatterystaple",
            "pássword1234",
        ] {
            assert!(is_common(password), "{password}");
        }
    }

    #[test]
    fn what_nobody_tries_first_is_not_common_whatever_it_is_made_of() {
        for password in [
            "paarse fietsen zingen zacht",
            "kaas, brood en drie uien",
            "regen op het dak om 5 uur",
            "xK9#mQ2$vL7@",
            "zonnig terras 48 gele stoelen",
            "🔐🌷🚲🧀🌧️🦆🌊🏠🎈🎻🍎🛶",
            "tulp-raket-komma-boter",
        ] {
            assert!(!is_common(password), "{password}");
        }
    }
}
