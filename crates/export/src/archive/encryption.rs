//! An archive that only its owner opens: age (<https://age-encryption.org/v1>), to a public key or a passphrase of
//! theirs. Neither a secret key nor a passphrase is ever kept.

use std::{
    fs::File,
    io::{self, BufReader, BufWriter, Read, Write},
    path::Path,
    str::FromStr,
};

use age::{Decryptor, Encryptor, scrypt, secrecy::SecretString, x25519};
use kernel::{Error, SecretText, UserError};

use super::{
    opening::ArchiveError,
    progress::{Halt, Progress},
};

/// The fewest characters of a passphrase.
pub const MIN_PASSPHRASE: usize = 12;
/// The most.
pub const MAX_PASSPHRASE: usize = 1_000;
/// What a passphrase costs whoever guesses: scrypt with N = 2^17, 128 MiB for each guess.
const WORK: u8 = 17;
/// What an archive from outside may cost us: 1 GiB.
const MAX_WORK: u8 = 20;
/// Bytes moved at a time.
const CHUNK: usize = 128 * 1024;
/// What a file that is encrypted begins with.
const MAGIC: &[u8] = b"age-encryption.org/";

/// Who opens the archive.
#[derive(Debug, Clone)]
pub(super) enum Encryption {
    /// Who has the secret half of this key.
    Recipient(PublicKey),
    /// Who knows this.
    Passphrase(SecretText),
}

/// A public key, `age1…`.
#[derive(Debug, Clone)]
pub(super) struct PublicKey(x25519::Recipient);

/// Who is to open the archive, as it was asked for: one of the two.
#[derive(Debug, Clone)]
pub struct EncryptionChoice {
    /// A public key of age, `age1…`.
    pub recipient: Option<String>,
    /// A passphrase.
    pub passphrase: Option<SecretText>,
}

impl EncryptionChoice {
    /// Reads it. User errors: `RECIPIENT_INVALID`, `PASSPHRASE_TOO_SHORT`, `PASSPHRASE_TOO_LONG`, and `CHOOSE_ONE`
    /// when both or neither are given.
    pub(super) fn parse(&self) -> Result<Encryption, UserError> {
        match (&self.recipient, &self.passphrase) {
            (Some(recipient), None) => {
                let key = x25519::Recipient::from_str(recipient.trim());
                let invalid = || UserError::at("RECIPIENT_INVALID", &["encryption", "recipient"]);
                key.map(|key| Encryption::Recipient(PublicKey(key))).map_err(|_| invalid())
            }
            (None, Some(passphrase)) => {
                let (path, length) = (["encryption", "passphrase"], passphrase.expose().chars().count());
                if length < MIN_PASSPHRASE {
                    Err(UserError::at("PASSPHRASE_TOO_SHORT", &path).with("min", MIN_PASSPHRASE))
                } else if length > MAX_PASSPHRASE {
                    Err(UserError::at("PASSPHRASE_TOO_LONG", &path).with("max", MAX_PASSPHRASE))
                } else {
                    Ok(Encryption::Passphrase(passphrase.clone()))
                }
            }
            _ => Err(UserError::at("CHOOSE_ONE", &["encryption"])),
        }
    }
}

impl Encryption {
    /// What may be told of it.
    pub(super) fn details(&self) -> serde_json::Value {
        match self {
            Self::Recipient(PublicKey(key)) => {
                serde_json::json!({ "encryption": "recipient", "recipient": key.to_string() })
            }
            Self::Passphrase(_) => serde_json::json!({ "encryption": "passphrase" }),
        }
    }

    /// Encrypts `from` into the new file `to`. Blocks.
    pub(super) fn seal(&self, (from, to): (&Path, &Path), progress: &Progress) -> Result<(), Halt> {
        let mut source = File::open(from)?;
        progress.expect(source.metadata()?.len());
        let recipient: Box<dyn age::Recipient> = match self {
            Self::Recipient(PublicKey(key)) => Box::new(key.clone()),
            Self::Passphrase(passphrase) => {
                let mut recipient =
                    scrypt::Recipient::new(SecretString::from(passphrase.expose().to_owned()));
                recipient.set_work_factor(WORK);
                Box::new(recipient)
            }
        };
        let encryptor = Encryptor::with_recipients(std::iter::once(&*recipient)).map_err(Error::internal)?;
        let mut sealed = encryptor.wrap_output(BufWriter::new(File::create_new(to)?))?;
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = source.read(&mut buffer)?;
            if read == 0 {
                break;
            }
            sealed.write_all(buffer.get(..read).unwrap_or_default())?;
            progress.advance(read as u64)?;
        }
        let file = sealed.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        Ok(())
    }
}

/// What opens an archive that is encrypted.
pub enum Unlock {
    /// A secret key, as a key file holds it.
    Identity(SecretKey),
    /// A passphrase.
    Passphrase(SecretText),
}

/// The secret half of a key.
pub struct SecretKey(x25519::Identity);

impl Unlock {
    /// Reads a key file as `age-keygen` writes it: comments, then the key. `None` when there is none in it.
    #[must_use]
    pub fn from_key_file(text: &str) -> Option<Self> {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let key = x25519::Identity::from_str(lines.next()?).ok()?;
        lines.next().is_none().then_some(Self::Identity(SecretKey(key)))
    }

    /// Decrypts `from` into the new file `to`. Blocks.
    pub(super) fn open(&self, from: &Path, to: &Path) -> Result<(), ArchiveError> {
        let decryptor = Decryptor::new(BufReader::new(File::open(from)?)).map_err(of_age)?;
        let identity: Box<dyn age::Identity> = match self {
            Self::Identity(SecretKey(key)) => Box::new(key.clone()),
            Self::Passphrase(passphrase) => {
                let mut identity = scrypt::Identity::new(SecretString::from(passphrase.expose().to_owned()));
                identity.set_max_work_factor(MAX_WORK);
                Box::new(identity)
            }
        };
        let mut plain = decryptor.decrypt(std::iter::once(&*identity)).map_err(of_age)?;
        let mut target = File::create_new(to)?;
        let mut buffer = vec![0; CHUNK];
        loop {
            let read = plain.read(&mut buffer).map_err(|error| ArchiveError::Damaged(error.to_string()))?;
            if read == 0 {
                return Ok(());
            }
            target.write_all(buffer.get(..read).unwrap_or_default())?;
        }
    }
}

/// Whether a file is encrypted.
pub(super) fn is_sealed(file: &Path) -> io::Result<bool> {
    let mut beginning = Vec::with_capacity(MAGIC.len());
    File::open(file)?.take(MAGIC.len() as u64).read_to_end(&mut beginning)?;
    Ok(beginning == MAGIC)
}

fn of_age(error: age::DecryptError) -> ArchiveError {
    match error {
        age::DecryptError::NoMatchingKeys
        | age::DecryptError::DecryptionFailed
        | age::DecryptError::KeyDecryptionFailed => ArchiveError::WrongKey,
        other => ArchiveError::Damaged(other.to_string()),
    }
}
