//! Compressed and encrypted: zstd inside age (<https://age-encryption.org/v1>), to public keys whose secret halves
//! this program does not have.

use std::{
    fmt,
    io::{self, Read, Write},
    str::FromStr,
};

use age::{Decryptor, Encryptor, secrecy::ExposeSecret, stream::StreamReader, x25519};
use ledger::{Hash, HeadKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// What zstd itself proposes: most of what it can win at little cost.
const LEVEL: i32 = 3;
/// Bytes moved at a time.
const CHUNK: usize = 128 * 1024;

/// The public keys that back-ups are encrypted to. Each opens them alone.
#[derive(Clone)]
pub struct Recipients(Vec<x25519::Recipient>);

/// The text is no public key of age.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no public key of age: 62 characters that begin with `age1`")]
pub struct BadRecipient(String);

impl Recipients {
    /// Reads `age1…` texts.
    pub fn parse<'a>(texts: impl IntoIterator<Item = &'a str>) -> Result<Self, BadRecipient> {
        let parse = |text: &str| x25519::Recipient::from_str(text).map_err(|_| BadRecipient(text.to_owned()));
        texts.into_iter().map(parse).collect::<Result<_, _>>().map(Self)
    }

    /// As texts.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.0.iter().map(ToString::to_string).collect()
    }
}

impl fmt::Debug for Recipients {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Recipients").field(&self.names()).finish()
    }
}

/// Bytes and their SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// How many.
    pub bytes: u64,
    /// Of all of them.
    pub sha256: Hash,
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes with SHA-256 {}", self.bytes, self.sha256)
    }
}

/// Measures bytes that are here already.
pub(crate) fn measure(bytes: &[u8]) -> Measure {
    Measure { bytes: bytes.len() as u64, sha256: Hash(Sha256::digest(bytes).into()) }
}

/// Passes bytes on and measures them.
pub(crate) struct Measured<T> {
    inner: T,
    bytes: u64,
    digest: Sha256,
}

impl<T> Measured<T> {
    pub(crate) fn new(inner: T) -> Self {
        Self { inner, bytes: 0, digest: Sha256::new() }
    }

    pub(crate) fn finish(self) -> (Measure, T) {
        (Measure { bytes: self.bytes, sha256: Hash(self.digest.finalize().into()) }, self.inner)
    }

    fn note(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len() as u64;
        self.digest.update(bytes);
    }
}

impl<R: Read> Read for Measured<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.note(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}

impl<W: Write> Write for Measured<W> {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(buffer)?;
        self.note(buffer.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

/// Compresses and encrypts `source` into `sink`; what went in, what came out, and the sink. Blocks.
pub(crate) fn seal<W: Write>(
    recipients: &Recipients,
    source: impl Read,
    sink: W,
) -> io::Result<(Measure, Measure, W)> {
    let keys = recipients.0.iter().map(|key| -> &dyn age::Recipient { key });
    let encryptor = Encryptor::with_recipients(keys).map_err(io::Error::other)?;
    let encrypted = encryptor.wrap_output(Measured::new(sink))?;
    let mut compressed = zstd::Encoder::new(encrypted, LEVEL)?;
    compressed.include_checksum(true)?;
    let mut source = Measured::new(source);
    copy(&mut source, &mut compressed)?;
    let sink = compressed.finish()?.finish()?;
    let ((plain, _), (sealed, sink)) = (source.finish(), sink.finish());
    Ok((plain, sealed, sink))
}

/// The secret half of one of the keys. Only who proves or puts back has it.
#[derive(Clone)]
pub struct Identity(x25519::Identity);

/// The text is no secret key of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("there is no secret key of age in it: a line that begins with `AGE-SECRET-KEY-1`")]
pub struct BadIdentity;

impl Identity {
    /// What its holder signs with: it comes from the secret key itself, so that there is one secret to keep.
    #[must_use]
    pub fn signing_key(&self) -> HeadKey {
        let secret = self.0.to_string();
        // The secret has a fixed length and goes last: nothing can be appended to it.
        let mut digest = Sha256::new();
        digest.update(b"waarborg keeper 1\n");
        digest.update(secret.expose_secret().as_bytes());
        let key = Zeroizing::new(<[u8; 32]>::from(digest.finalize()));
        HeadKey::new(&key)
    }
}

impl FromStr for Identity {
    type Err = BadIdentity;

    /// Reads a key file as `age-keygen` writes it: comments, then the key.
    fn from_str(text: &str) -> Result<Self, BadIdentity> {
        let mut keys = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        match (keys.next().map(x25519::Identity::from_str), keys.next()) {
            (Some(Ok(key)), None) => Ok(Self(key)),
            _ => Err(BadIdentity),
        }
    }
}

impl Identity {
    /// A new key, and the line of a key file that holds it.
    #[must_use]
    pub fn generate() -> (Self, Zeroizing<String>) {
        let key = x25519::Identity::generate();
        let line = Zeroizing::new(key.to_string().expose_secret().to_owned());
        (Self(key), line)
    }

    /// The public half, as text.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({})", self.recipient())
    }
}

/// Why something does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// It was not made for this key.
    #[error("it is not encrypted to this key")]
    OtherKey,
    /// A byte was changed, or some are missing, or there are too many.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// Where it goes, or where it comes from, failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Decrypts and decompresses `source` into `sink`, at most `most` bytes; what went in and what came out. What was
/// written before an error is not to be used. Blocks.
pub(crate) fn open(
    identity: &Identity,
    (source, most): (impl Read, u64),
    sink: impl Write,
) -> Result<(Measure, Measure), OpenError> {
    let mut source = Measured::new(source);
    let decrypted = decrypt(identity, &mut source)?;
    let mut decompressed = zstd::Decoder::new(decrypted)?.single_frame();
    let mut sink = Measured::new(sink);
    let copied = copy(&mut (&mut decompressed).take(most.saturating_add(1)), &mut sink);
    copied.map_err(|error| OpenError::Damaged(error.to_string()))?;
    if sink.bytes > most {
        return Err(OpenError::Damaged("it holds more than its manifest says".to_owned()));
    }
    // Behind the one frame there is nothing, and the end of the stream is the end that was written.
    let mut rest = decompressed.finish();
    let behind =
        io::copy(&mut rest, &mut io::sink()).map_err(|error| OpenError::Damaged(error.to_string()))?;
    if behind > 0 {
        return Err(OpenError::Damaged("there are bytes behind its end".to_owned()));
    }
    drop(rest);
    let ((sealed, _), (plain, _)) = (source.finish(), sink.finish());
    Ok((sealed, plain))
}

/// The layer of age alone.
fn decrypt<R: Read>(identity: &Identity, source: R) -> Result<StreamReader<R>, OpenError> {
    let decryptor = Decryptor::new(source).map_err(of_age)?;
    decryptor.decrypt(std::iter::once::<&dyn age::Identity>(&identity.0)).map_err(of_age)
}

fn of_age(error: age::DecryptError) -> OpenError {
    match error {
        age::DecryptError::NoMatchingKeys => OpenError::OtherKey,
        age::DecryptError::Io(error) => OpenError::Damaged(error.to_string()),
        other => OpenError::Damaged(other.to_string()),
    }
}

/// `io::copy` with a buffer that is worth the calls it takes.
fn copy(source: &mut impl Read, sink: &mut impl Write) -> io::Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        match source.read(&mut buffer) {
            Ok(0) => return Ok(()),
            Ok(read) => sink.write_all(buffer.get(..read).unwrap_or_default())?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod vectors;

#[cfg(test)]
mod tests {
    use super::*;

    fn generate() -> Identity {
        let (identity, line) = Identity::generate();
        assert_eq!(line.parse::<Identity>().unwrap().recipient(), identity.recipient());
        identity
    }

    fn sealed(plain: &[u8], identities: &[&Identity]) -> Vec<u8> {
        let names: Vec<String> = identities.iter().map(|identity| identity.recipient()).collect();
        let recipients = Recipients::parse(names.iter().map(String::as_str)).unwrap();
        let (read, written, bytes) = seal(&recipients, plain, Vec::new()).unwrap();
        assert_eq!((read.bytes, written.bytes), (plain.len() as u64, bytes.len() as u64));
        bytes
    }

    fn opened(identity: &Identity, bytes: &[u8], most: u64) -> Result<Vec<u8>, OpenError> {
        let mut plain = Vec::new();
        open(identity, (bytes, most), &mut plain).map(|_| plain)
    }

    #[test]
    fn either_key_opens_it_and_no_other() {
        let (operations, escrow, other) = (generate(), generate(), generate());
        let plain = b"registratie ".repeat(20_000);
        let bytes = sealed(&plain, &[&operations, &escrow]);
        assert!(bytes.len() < plain.len() / 10);
        for identity in [&operations, &escrow] {
            assert_eq!(opened(identity, &bytes, plain.len() as u64).unwrap(), plain);
        }
        assert!(matches!(opened(&other, &bytes, u64::MAX), Err(OpenError::OtherKey)));
    }

    #[test]
    fn bak_03_every_flipped_bit_cut_and_addition_is_found() {
        let key = generate();
        let plain: Vec<u8> = (0..200_u8).collect();
        let bytes = sealed(&plain, &[&key]);
        for place in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << (place % 8);
            assert!(opened(&key, &flipped, 200).is_err(), "byte {place}");
            assert!(opened(&key, &bytes[..place], 200).is_err(), "cut at {place}");
        }
        assert!(opened(&key, &[bytes.as_slice(), b"x"].concat(), 200).is_err());
        assert!(opened(&key, &[bytes.as_slice(), &bytes].concat(), 200).is_err());
    }

    #[test]
    fn bak_06_what_swells_beyond_its_size_is_stopped_there() {
        let key = generate();
        let bytes = sealed(&vec![0; 50_000_000], &[&key]);
        assert!(bytes.len() < 50_000);
        assert!(matches!(opened(&key, &bytes, 1_000_000), Err(OpenError::Damaged(_))));
    }

    #[test]
    fn bak_06_keys_that_are_none_are_refused() {
        for text in ["", "# a comment\n", "AGE-SECRET-KEY-1", "age1xyz"] {
            assert_eq!(text.parse::<Identity>().unwrap_err(), BadIdentity, "{text}");
        }
        assert!(Recipients::parse(["age1nope"]).is_err());
    }
}
