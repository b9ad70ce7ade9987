//! A formula as words and signs.

use super::{ExpressionError, MAX_LENGTH};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    /// A field's key, a function or one of `and`, `or`, `not`.
    Word(String),
    /// `( ) + - * / & = <> < <= > >=`, and `;` for every separator.
    Sign(&'static str),
}

impl Token {
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => format!("\"{text}\""),
            Self::Word(word) => word.clone(),
            Self::Sign(sign) => (*sign).to_owned(),
        }
    }
}

/// The longer of two signs that begin alike comes first.
const SIGNS: [(&str, &str); 16] = [
    ("<>", "<>"),
    ("<=", "<="),
    (">=", ">="),
    ("!=", "<>"),
    ("==", "="),
    ("(", "("),
    (")", ")"),
    ("+", "+"),
    ("-", "-"),
    ("*", "*"),
    ("/", "/"),
    ("&", "&"),
    ("=", "="),
    ("<", "<"),
    (">", ">"),
    (";", ";"),
];

/// The tokens with the character each begins at.
pub(super) fn tokens(text: &str) -> Result<Vec<(usize, Token)>, ExpressionError> {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > MAX_LENGTH {
        return Err(ExpressionError::new("TOO_LONG", MAX_LENGTH, ""));
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let begin = at;
        let token = match c {
            _ if c.is_whitespace() => {
                at += 1;
                continue;
            }
            '"' => quoted(&chars, &mut at)?,
            '0'..='9' => number(&chars, &mut at)?,
            _ if c.is_alphabetic() || c == '_' => {
                let word = take(&chars, &mut at, |c| c.is_alphanumeric() || c == '_');
                Token::Word(word.to_lowercase())
            }
            ',' => {
                at += 1;
                Token::Sign(";")
            }
            _ => sign(&chars, &mut at)?,
        };
        found.push((begin, token));
    }
    Ok(found)
}

fn take(chars: &[char], at: &mut usize, belongs: impl Fn(char) -> bool) -> String {
    let begin = *at;
    while chars.get(*at).is_some_and(|c| belongs(*c)) {
        *at += 1;
    }
    chars.get(begin..*at).unwrap_or_default().iter().collect()
}

fn number(chars: &[char], at: &mut usize) -> Result<Token, ExpressionError> {
    let begin = *at;
    let text = take(chars, at, |c| c.is_ascii_digit() || c == '.');
    text.parse().map(Token::Number).map_err(|_| ExpressionError::new("SYNTAX", begin, text))
}

/// A text between quotes; a doubled quote stands for one.
fn quoted(chars: &[char], at: &mut usize) -> Result<Token, ExpressionError> {
    let begin = *at;
    let mut text = String::new();
    *at += 1;
    loop {
        match (chars.get(*at), chars.get(*at + 1)) {
            (Some('"'), Some('"')) => {
                text.push('"');
                *at += 2;
            }
            (Some('"'), _) => {
                *at += 1;
                return Ok(Token::Text(text));
            }
            (Some(c), _) => {
                text.push(*c);
                *at += 1;
            }
            (None, _) => return Err(ExpressionError::new("SYNTAX", begin, "\"")),
        }
    }
}

fn sign(chars: &[char], at: &mut usize) -> Result<Token, ExpressionError> {
    let rest: String = chars.iter().skip(*at).take(2).collect();
    let Some((written, meant)) = SIGNS.iter().find(|(written, _)| rest.starts_with(written)) else {
        let what: String = rest.chars().take(1).collect();
        return Err(ExpressionError::new("SYNTAX", *at, what));
    };
    *at += written.len();
    Ok(Token::Sign(meant))
}
