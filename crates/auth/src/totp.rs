//! Time-based one-time codes (RFC 6238): SHA-1, six digits, a new one every 30 seconds.
//!
//! SHA-1 because the common authenticator apps know nothing else and silently fall back to it; as
//! an HMAC it is unbroken.

use kernel::{Error, Instant, Random, Result};
use totp_rs::{Builder, Secret, Totp};

use crate::SecretText;

/// Bytes in a secret: 160 bits (RFC 4226, section 4).
pub(crate) const SECRET_BYTES: usize = 20;

/// Six ASCII digits. Anything else is refused before it can touch a counter.
pub(crate) struct Code(SecretText);

impl Code {
    /// Takes exactly six ASCII digits, with nothing around or between them.
    pub(crate) fn parse(text: &SecretText) -> Result<Self> {
        let digits = text.expose().as_bytes();
        if digits.len() == 6 && digits.iter().all(u8::is_ascii_digit) {
            Ok(Self(text.clone()))
        } else {
            Err(refused())
        }
    }
}

/// What is said of every code that is not accepted: malformed, wrong and used before sound the same.
pub(crate) fn refused() -> Error {
    Error::invalid("INVALID_CODE", &["code"])
}

/// A new secret. Secrets are made here only: nobody brings their own.
pub(crate) fn new_secret(random: &dyn Random) -> Secret {
    let mut bytes = [0_u8; SECRET_BYTES];
    random.fill(&mut bytes);
    Secret::new_stack(bytes)
}

/// The time step whose code this is: the one at `now`, the one before or the one after it.
pub(crate) fn matching_step(secret: &Secret, code: &Code, now: Instant) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.timestamp()).map_err(Error::internal)?;
    let step = generator(secret)?.check(code.0.expose(), seconds);
    step.map(i64::try_from).transpose().map_err(Error::internal)
}

/// The code at `now`.
pub(crate) fn code_at(secret: &Secret, now: Instant) -> Result<SecretText> {
    let seconds = u64::try_from(now.timestamp()).map_err(Error::internal)?;
    Ok(generator(secret)?.generate(seconds).to_string().into())
}

/// The secret as people type it: base32 in groups of four.
pub(crate) fn grouped(secret: &Secret) -> SecretText {
    let base32: SecretText = secret.to_base32().into();
    let mut grouped = String::with_capacity(SECRET_BYTES * 2);
    for (index, letter) in base32.expose().chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(letter);
    }
    grouped.into()
}

/// The address authenticator apps read from a QR code. Colons become spaces: they separate its parts.
pub(crate) fn otpauth_uri(secret: &Secret, issuer: &str, account: &str) -> Result<SecretText> {
    let totp = Builder::new()
        .with_secret(secret.clone())
        .with_issuer(Some(issuer.replace(':', " ")))
        .with_account_name(account.replace(':', " "))
        .build()
        .map_err(Error::internal)?;
    Ok(totp.to_url().map_err(Error::internal)?.into())
}

fn generator(secret: &Secret) -> Result<Totp> {
    Builder::new().with_secret(secret.clone()).build().map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, TimeZone, Utc};
    use kernel::SeededRandom;
    use totp_rs::Algorithm;

    use super::*;

    fn at(seconds: i64) -> Instant {
        Utc.timestamp_opt(seconds, 0).unwrap()
    }

    fn code(text: &str) -> Code {
        Code::parse(&text.into()).ok().unwrap()
    }

    /// RFC 6238, Appendix B: seconds, then the codes by SHA-1, SHA-256 and SHA-512.
    const APPENDIX_B: [(u64, [&str; 3]); 6] = [
        (59, ["94287082", "46119246", "90693936"]),
        (1_111_111_109, ["07081804", "68084774", "25091201"]),
        (1_111_111_111, ["14050471", "67062674", "99943326"]),
        (1_234_567_890, ["89005924", "91819424", "93441116"]),
        (2_000_000_000, ["69279037", "90698825", "38618901"]),
        (20_000_000_000, ["65353130", "77737706", "47863826"]),
    ];

    #[test]
    fn mfa_01_the_eighteen_vectors_of_rfc_6238_appendix_b_are_met() {
        let seed = |length: usize| "1234567890".bytes().cycle().take(length).collect::<Vec<u8>>();
        let kinds = [(Algorithm::SHA1, 20), (Algorithm::SHA256, 32), (Algorithm::SHA512, 64)];
        for (seconds, codes) in APPENDIX_B {
            for ((algorithm, length), wanted) in kinds.into_iter().zip(codes) {
                let totp = Builder::new()
                    .with_algorithm(algorithm)
                    .with_digits(8)
                    .with_secret(seed(length))
                    .build()
                    .unwrap();
                assert_eq!(totp.generate(seconds).to_string(), wanted, "{seconds} {algorithm:?}");
            }
        }
    }

    #[test]
    fn mfa_01_our_own_codes_are_the_last_six_digits_of_the_sha_1_vectors() {
        let secret = Secret::new_stack(*b"12345678901234567890");
        for (seconds, [sha1, ..]) in APPENDIX_B {
            let now = at(i64::try_from(seconds).unwrap());
            assert_eq!(code_at(&secret, now).unwrap().expose(), &sha1[2..]);
        }
    }

    #[test]
    fn mfa_06_only_six_ascii_digits_are_a_code() {
        assert!(Code::parse(&"012345".into()).is_ok());
        for text in [
            "",
            " 123456",
            "123456 ",
            "123 456",
            "123456\n",
            "+12345",
            "-12345",
            "12345",
            "1234567",
            "12345678",
            "0123456",
            "12345a",
            "0x1234",
            "1.2345",
            "１２３４５６",
            "١٢٣٤٥٦",
            "12345\0",
            "null",
        ] {
            assert!(Code::parse(&text.into()).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_code_tells_its_step_from_one_before_to_one_after_now() {
        let secret = new_secret(&SeededRandom::new(3));
        let now = at(1_767_600_015);
        let step = 1_767_600_015 / 30;
        for (offset, wanted) in
            [(-2, None), (-1, Some(step - 1)), (0, Some(step)), (1, Some(step + 1)), (2, None)]
        {
            let then = code_at(&secret, now + Duration::seconds(30 * offset)).unwrap();
            assert_eq!(matching_step(&secret, &code(then.expose()), now).unwrap(), wanted, "{offset}");
        }
    }

    #[test]
    fn mfa_07_codes_of_equal_digits_and_of_another_secret_are_refused() {
        let (mine, yours) = (new_secret(&SeededRandom::new(1)), new_secret(&SeededRandom::new(2)));
        let now = at(1_767_600_015);
        let theirs = code_at(&yours, now).unwrap();
        assert_eq!(matching_step(&mine, &code(theirs.expose()), now).unwrap(), None);
        for digit in 0..=9 {
            let equal = digit.to_string().repeat(6);
            assert_eq!(matching_step(&mine, &code(&equal), now).unwrap(), None, "{equal}");
        }
    }

    #[test]
    fn the_secret_reads_in_eight_groups_of_four() {
        let text = grouped(&Secret::new_stack(*b"12345678901234567890"));
        assert_eq!(text.expose(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    #[test]
    fn the_uri_names_issuer_and_account_whatever_is_in_their_names() {
        let secret = Secret::new_stack(*b"12345678901234567890");
        let uri = otpauth_uri(&secret, "Waarborg (Zorg: & Zo)", "zoë").unwrap();
        let read = Totp::from_url(uri.expose()).unwrap();
        assert_eq!(read.issuer(), Some("Waarborg (Zorg  & Zo)"));
        assert_eq!(read.account_name(), "zoë");
        assert_eq!(read.secret(), &secret);
        assert!(uri.expose().starts_with("otpauth://totp/Waarborg%20"), "{}", uri.expose());
    }
}
