use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{Duration, TimeZone, Utc};
use kernel::{FixedClock, SeededRandom};
use serde_json::{Value, json};

use super::*;

const NOW: u64 = 1_767_600_000;
const KEY: [u8; 32] = [7; 32];
const PURPOSES: [Purpose; 3] = [Purpose::TicketEnroll, Purpose::TicketVerify, Purpose::Session];

fn tenant(seed: u64) -> TenantId {
    TenantId::generate(&FixedClock::default(), &SeededRandom::new(seed))
}

fn user() -> UserId {
    UserId::generate(&FixedClock::default(), &SeededRandom::new(9))
}

fn key() -> TokenKey {
    TokenKey::new(tenant(1), 1, &KEY)
}

fn grant(purpose: Purpose) -> Grant {
    let issued_at = Utc.timestamp_opt(NOW.cast_signed(), 0).unwrap();
    let id = Uuid::from_u128(42);
    Grant { purpose, user: user(), id, issued_at, expires_at: issued_at + Duration::seconds(600) }
}

/// What a good session token says, to be spoilt.
fn claims() -> Value {
    json!({
        "iss": "waarborg", "sub": user().to_string(), "aud": tenant(1).to_string(), "purpose": "session",
        "jti": Uuid::from_u128(42).to_string(), "iat": NOW, "nbf": NOW, "exp": NOW + 600,
    })
}

/// Signs any text with the right key, well-formed or not.
fn signed(claims: &str) -> SecretText {
    let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
    let message = format!("{}.{}", part(r#"{"typ":"JWT","alg":"HS256"}"#), part(claims));
    let signature =
        jsonwebtoken::crypto::sign(message.as_bytes(), &EncodingKey::from_secret(&KEY), Algorithm::HS256)
            .unwrap();
    format!("{message}.{signature}").into()
}

fn refusal(token: &SecretText) -> Option<TokenError> {
    key().check(token, Purpose::Session, NOW).err()
}

#[test]
fn a_token_says_what_was_signed() {
    let token = key().issue(&grant(Purpose::Session)).unwrap();
    let read = key().check(&token, Purpose::Session, NOW).unwrap();
    assert_eq!((read.sub, read.aud, read.jti), (user(), tenant(1), Uuid::from_u128(42)));
    assert_eq!((read.iat, read.nbf, read.exp), (NOW, NOW, NOW + 600));
    assert_eq!(refusal(&signed(&claims().to_string())), None);
}

#[test]
fn jwt_02_times_that_are_no_whole_positive_numbers_are_refused() {
    for claim in ["exp", "nbf", "iat"] {
        for bad in [
            json!("1767600600"),
            json!(1_767_600_600.0),
            json!(1_767_600_600.5),
            json!(-1),
            json!([1_767_600_600]),
            json!({ "seconds": 1_767_600_600 }),
            json!(true),
            json!(null),
        ] {
            let mut spoilt = claims();
            spoilt[claim] = bad.clone();
            assert_eq!(refusal(&signed(&spoilt.to_string())), Some(TokenError::Claims), "{claim} {bad}");
        }
        let infinite = claims()
            .to_string()
            .replace(&format!("\"{claim}\":{}", claims()[claim]), &format!("\"{claim}\":1e400"));
        assert!(infinite.contains("1e400"));
        assert_eq!(refusal(&signed(&infinite)), Some(TokenError::Claims), "{claim} 1e400");
    }
}

#[test]
fn jwt_02_every_claim_is_required_once_and_no_other_is_taken() {
    for claim in ["iss", "sub", "aud", "purpose", "jti", "iat", "nbf", "exp"] {
        let mut spoilt = claims();
        spoilt.as_object_mut().unwrap().remove(claim);
        assert_eq!(refusal(&signed(&spoilt.to_string())), Some(TokenError::Claims), "{claim}");
    }
    let twice = claims().to_string().replacen('{', &format!("{{\"exp\":{},", NOW + 9_999), 1);
    assert_eq!(refusal(&signed(&twice)), Some(TokenError::Claims));
    let mut more = claims();
    more["role"] = json!("administrator");
    assert_eq!(refusal(&signed(&more.to_string())), Some(TokenError::Claims));
}

#[test]
fn jwt_03_a_token_of_another_environment_is_refused_by_key_and_by_audience() {
    let token = key().issue(&grant(Purpose::Session)).unwrap();
    let other_key = TokenKey::new(tenant(1), 1, &[8; 32]);
    assert_eq!(other_key.check(&token, Purpose::Session, NOW), Err(TokenError::Signature));
    let same_key = TokenKey::new(tenant(2), 1, &KEY);
    assert_eq!(same_key.check(&token, Purpose::Session, NOW), Err(TokenError::Audience));
}

#[test]
fn another_issuer_and_a_list_of_audiences_are_refused() {
    let mut spoilt = claims();
    spoilt["iss"] = json!("somebody");
    assert_eq!(refusal(&signed(&spoilt.to_string())), Some(TokenError::Issuer));
    let mut spoilt = claims();
    spoilt["aud"] = json!([tenant(1).to_string(), tenant(2).to_string()]);
    assert_eq!(refusal(&signed(&spoilt.to_string())), Some(TokenError::Claims));
}

#[test]
fn jwt_04_a_token_serves_its_own_purpose_only() {
    for issued in PURPOSES {
        let token = key().issue(&grant(issued)).unwrap();
        for wanted in PURPOSES {
            let answer = key().check(&token, wanted, NOW).map(|claims| claims.purpose);
            let expected = if issued == wanted { Ok(issued) } else { Err(TokenError::Purpose) };
            assert_eq!(answer, expected, "{issued:?} for {wanted:?}");
        }
    }
    let mut spoilt = claims();
    spoilt["purpose"] = json!("download");
    assert_eq!(refusal(&signed(&spoilt.to_string())), Some(TokenError::Claims));
}

#[test]
fn jwt_06_the_leeway_is_five_seconds_at_both_ends() {
    let token = key().issue(&grant(Purpose::Session)).unwrap();
    let end = NOW + 600;
    for (now, wanted) in [
        (end, None),
        (end + 1, None),
        (end + LEEWAY_SECONDS - 1, None),
        (end + LEEWAY_SECONDS, Some(TokenError::Expired)),
        (end + 59, Some(TokenError::Expired)),
        (end + 61, Some(TokenError::Expired)),
        (NOW - LEEWAY_SECONDS, None),
        (NOW - LEEWAY_SECONDS - 1, Some(TokenError::NotYetValid)),
    ] {
        assert_eq!(key().check(&token, Purpose::Session, now).err(), wanted, "{now}");
    }
}

#[test]
fn unsigned_resigned_cut_and_huge_tokens_are_refused() {
    let token = key().issue(&grant(Purpose::Session)).unwrap();
    let (message, _) = token.expose().rsplit_once('.').unwrap();
    let (_, payload) = message.split_once('.').unwrap();
    let with_header = |header: &str| format!("{}.{payload}.", URL_SAFE_NO_PAD.encode(header));
    for (text, wanted) in [
        (String::new(), TokenError::Malformed),
        ("a.b.c".to_owned(), TokenError::Malformed),
        (message.to_owned(), TokenError::Malformed),
        (format!("{message}."), TokenError::Signature),
        (with_header(r#"{"alg":"none"}"#), TokenError::Claims),
        (with_header(r#"{"alg":"HS512"}"#), TokenError::Algorithm),
        (with_header(r#"{"alg":"RS256"}"#), TokenError::Algorithm),
        ("a".repeat(MAX_BYTES + 1), TokenError::TooLong),
    ] {
        assert_eq!(refusal(&text.clone().into()), Some(wanted), "{text}");
    }
}
