//! What lies in a store and is signed: one line of JSON, then the signature (Ed25519, RFC 8032) over the name of the
//! format, a line break and that line, in base64.

use base64::{Engine, engine::general_purpose::STANDARD};
use ledger::{HeadKey, PublicKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// Something that is signed. The name of its format goes into what is signed: no other signature of the same key can
/// be passed off as one of these.
pub(crate) trait Statement: Serialize + DeserializeOwned {
    /// Names the format and its version, in the member `format` too.
    const FORMAT: &'static str;
}

/// Why a statement is not believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadStatement {
    /// Cut short, or something else altogether.
    #[error("it is not two lines of text, what is said and a signature")]
    Shape,
    /// Another key, or a changed byte.
    #[error("its signature is not that of the expected key")]
    Signature,
    /// Signed, and made by a program that knows more.
    #[error("it is of the format `{0}`, and this program reads `{1}`: use a newer one")]
    Format(String, &'static str),
    /// Signed, and yet not what it should be.
    #[error("it cannot be read: {0}")]
    Json(String),
}

/// Signs a statement; as it lies in a store.
pub(crate) fn sign<T: Statement>(statement: &T, key: &HeadKey) -> serde_json::Result<Vec<u8>> {
    let line = serde_json::to_vec(statement)?;
    let signature = key.sign_bytes(&signed_bytes::<T>(&line));
    Ok([line.as_slice(), b"\n", STANDARD.encode(signature).as_bytes(), b"\n"].concat())
}

/// Reads what lies in a store. Nothing of it is looked at before the signature is found to be right.
pub(crate) fn open<T: Statement>(bytes: &[u8], key: &PublicKey) -> Result<T, BadStatement> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let (Some([line @ .., b'\n']), Some([signature @ .., b'\n']), None) =
        (lines.next(), lines.next(), lines.next())
    else {
        return Err(BadStatement::Shape);
    };
    let signature = STANDARD.decode(signature).map_err(|_| BadStatement::Shape)?;
    if !key.has_signed(&signed_bytes::<T>(line), &signature) {
        return Err(BadStatement::Signature);
    }
    let json = |error: serde_json::Error| BadStatement::Json(error.to_string());
    let Named { format } = serde_json::from_slice(line).map_err(json)?;
    if format != T::FORMAT {
        return Err(BadStatement::Format(format, T::FORMAT));
    }
    serde_json::from_slice(line).map_err(json)
}

/// All that is read of a statement before it is known which program made it.
#[derive(Deserialize)]
struct Named {
    format: String,
}

fn signed_bytes<T: Statement>(line: &[u8]) -> Vec<u8> {
    [T::FORMAT.as_bytes(), b"\n", line].concat()
}
