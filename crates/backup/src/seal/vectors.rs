//! The vectors of the age format (C2SP CCTV), as the `age` crate that this is built with has them: its own decryptor
//! passes them, and so must what we made of it.

use std::{collections::BTreeMap, fs, io, path::PathBuf, process::Command};

use super::*;

/// A vector: what a decryptor must say of a file.
struct Vector {
    name: String,
    about: BTreeMap<String, String>,
    file: Vec<u8>,
}

/// Where the crate's source is: cargo knows. Asked of this machine alone, since crates for others need not be here.
fn folder() -> PathBuf {
    let about = String::from_utf8(told_by_cargo(&["-vV"])).unwrap();
    let host = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap();
    let arguments = ["metadata", "--offline", "--format-version", "1", "--filter-platform", host];
    let told: serde_json::Value = serde_json::from_slice(&told_by_cargo(&arguments)).unwrap();
    let packages = told["packages"].as_array().unwrap();
    let age = packages.iter().find(|package| package["name"] == "age").unwrap();
    PathBuf::from(age["manifest_path"].as_str().unwrap()).parent().unwrap().join("tests/testdata/testkit")
}

fn told_by_cargo(arguments: &[&str]) -> Vec<u8> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let told = Command::new(cargo).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    told.stdout
}

fn vectors() -> Vec<Vector> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().path()).collect();
    found.sort();
    found.into_iter().map(|path| Vector::read(&path)).collect()
}

impl Vector {
    /// Lines of `key: value`, an empty one, and the file.
    fn read(path: &std::path::Path) -> Self {
        let bytes = fs::read(path).unwrap();
        let end = bytes.windows(2).position(|two| two == b"\n\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let about: BTreeMap<String, String> = head
            .lines()
            .map(|line| line.split_once(": ").unwrap())
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        let mut file = bytes[end + 2..].to_vec();
        if about.contains_key("compressed") {
            let mut unpacked = Vec::new();
            flate2::read::ZlibDecoder::new(file.as_slice()).read_to_end(&mut unpacked).unwrap();
            file = unpacked;
        }
        Self { name: path.file_name().unwrap().to_string_lossy().into_owned(), about, file }
    }

    /// The key it is to be opened with, when that is one that we can have.
    fn identity(&self) -> Option<Identity> {
        self.about.get("identity")?.parse().ok()
    }

    /// Armour is for mail, and passphrases for archives: back-ups have neither.
    fn is_of_another_kind(&self) -> bool {
        self.about.contains_key("armored") || self.about.contains_key("passphrase")
    }

    /// What the layer of age says, and the payload until then.
    fn opened(&self, identity: &Identity) -> (Result<(), OpenError>, Vec<u8>) {
        let mut payload = Vec::new();
        let read = decrypt(identity, self.file.as_slice()).and_then(|mut opened| {
            io::copy(&mut opened, &mut payload).map_err(|error| OpenError::Damaged(error.to_string()))?;
            Ok(())
        });
        (read, payload)
    }

    fn check(&self, identity: &Identity) {
        let (found, payload) = self.opened(identity);
        let name = &self.name;
        let is_payload = || self.about["payload"] == Hash(Sha256::digest(&payload).into()).to_string();
        match (self.about["expect"].as_str(), &found) {
            // Of a payload that breaks off, whole chunks that are true may have come out; of the one that is not, nothing.
            ("success", Ok(())) | ("payload failure", Err(OpenError::Damaged(_))) => {
                assert!(is_payload(), "{name}");
            }
            ("no match", Err(OpenError::OtherKey)) => assert!(payload.is_empty(), "{name}"),
            ("header failure" | "HMAC failure", Err(OpenError::Damaged(_))) => {
                assert!(payload.is_empty(), "{name}");
            }
            ("header failure", Ok(())) if LENIENT.contains(&name.as_str()) => {}
            (expected, _) => panic!("{name}: {expected} was expected, and it is {found:?}"),
        }
    }
}

/// What `age` takes on purpose: files of versions before 1.0 lacked the last line of a stanza. The header is authenticated
/// all the same.
const LENIENT: [&str; 2] = ["stanza_missing_body", "stanza_missing_final_line"];

#[test]
fn bak_07_the_vectors_of_the_age_format_are_answered_as_they_say() {
    let (others, ours): (Vec<_>, Vec<_>) = vectors().into_iter().partition(Vector::is_of_another_kind);
    let stranger = Identity::generate().0;
    for vector in &ours {
        // Those without a key, or with one that is none, break before a key matters.
        let identity = vector.identity().unwrap_or_else(|| stranger.clone());
        vector.check(&identity);
    }
    for vector in &others {
        for identity in [vector.identity().unwrap_or_else(|| stranger.clone()), stranger.clone()] {
            let (found, payload) = vector.opened(&identity);
            assert!(found.is_err() && payload.is_empty(), "{}: {found:?}", vector.name);
        }
    }
    assert_eq!((ours.len(), others.len()), (67, 56), "vectors of ours, and of other kinds");
}

/// Whatever is wrong in the layer of age is as wrong when it is opened as a back-up is.
#[test]
fn bak_07_what_is_no_age_file_of_ours_never_opens_as_a_back_up() {
    let stranger = Identity::generate().0;
    for vector in vectors() {
        let identity = vector.identity().unwrap_or_else(|| stranger.clone());
        let mut plain = Vec::new();
        // The payloads are not compressed: none of them is a back-up.
        let opened = open(&identity, (vector.file.as_slice(), u64::MAX), &mut plain);
        assert!(opened.is_err() && plain.is_empty(), "{}", vector.name);
    }
}
