//! Where everything of an environment lies in a store.

use kernel::{Instant, Random, TenantId};
use object_store::path::Path;

use crate::manifest::Tier;

/// What an object of a back-up holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Database,
    Environment,
    FileList,
    File,
}

/// The folder of an environment in a store.
#[derive(Debug, Clone)]
pub(crate) struct Layout(Path);

impl Layout {
    pub(crate) fn of(tenant: TenantId, tier: Tier) -> Self {
        Self(Path::from(format!("{tier}/{tenant}")))
    }

    /// All of it.
    pub(crate) fn folder(&self) -> &Path {
        &self.0
    }

    /// Whether an object means nothing when no back-up names it. Manifests are named by nobody.
    pub(crate) fn may_be_swept(&self, path: &Path) -> bool {
        ["data", "files", "proofs", "requests", "handovers"]
            .iter()
            .any(|kind| path.prefix_matches(&self.0.clone().join(*kind)))
    }

    /// Manifests, by number.
    pub(crate) fn manifests(&self) -> Path {
        self.0.clone().join("manifests")
    }

    /// A manifest. One name for each number: a store that keeps what it has lets one writer through.
    pub(crate) fn manifest(&self, sequence: u64) -> Path {
        self.manifests().join(format!("{sequence:010}.json"))
    }

    /// The number in the name of a manifest.
    pub(crate) fn sequence(path: &Path) -> Option<u64> {
        path.filename()?.strip_suffix(".json")?.parse().ok()
    }

    /// The folder of all environments in a store.
    pub(crate) fn all(tier: Tier) -> Path {
        Path::from(tier.as_str())
    }

    /// Whose folder it is.
    pub(crate) fn tenant(folder: &Path) -> Option<TenantId> {
        folder.filename()?.parse().ok()
    }

    /// What came of proving back-ups.
    pub(crate) fn proofs(&self) -> Path {
        self.0.clone().join("proofs")
    }

    /// What came of proving one.
    pub(crate) fn proof(&self, sequence: u64) -> Path {
        self.proofs().join(format!("{sequence:010}.json"))
    }

    /// What the server asks of the holder of a key.
    pub(crate) fn requests(&self) -> Path {
        self.0.clone().join("requests")
    }

    /// One thing it asks.
    pub(crate) fn request(&self, name: &str) -> Path {
        self.requests().join(format!("{name}.json"))
    }

    /// Where what was asked for is handed over.
    pub(crate) fn handover(&self, name: &str) -> Path {
        self.0.clone().join("handovers").join(name)
    }

    /// What came of drills, in the order of time.
    pub(crate) fn drills(tier: Tier) -> Path {
        Self::all(tier).join("drills")
    }

    /// What came of one.
    pub(crate) fn drill(tier: Tier, at: Instant) -> Path {
        Self::drills(tier).join(format!("{:020}.json", at.timestamp_micros()))
    }

    /// A new name for an object, that nobody else can think of.
    pub(crate) fn new_object(kind: Kind, random: &dyn Random) -> String {
        let mut bytes = [0_u8; 16];
        random.fill(&mut bytes);
        let name = u128::from_be_bytes(bytes);
        match kind {
            Kind::Database => format!("data/{name:032x}.sqlite.zst.age"),
            Kind::Environment => format!("data/{name:032x}.json.zst.age"),
            Kind::FileList => format!("data/{name:032x}.files.zst"),
            // By their beginning in folders: there may be very many.
            Kind::File => format!("files/{:02x}/{name:032x}.zst.age", name >> 120),
        }
    }

    /// Where an object lies; nothing when its name leads out of the folder.
    pub(crate) fn object(&self, name: &str) -> Option<Path> {
        let is_inside = ["data/", "files/", "handovers/"].iter().any(|kind| name.starts_with(kind))
            && name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
            && name
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_'));
        is_inside.then(|| Path::from(format!("{}/{name}", self.0)))
    }
}

#[cfg(test)]
mod tests {
    use kernel::{FixedClock, SeededRandom};

    use super::*;

    #[test]
    fn names_stay_in_the_folder_of_their_environment() {
        let random = SeededRandom::new(1);
        let tenant = TenantId::generate(&FixedClock::default(), &random);
        let layout = Layout::of(tenant, Tier::Cold);
        for kind in [Kind::Database, Kind::Environment, Kind::FileList, Kind::File] {
            let name = Layout::new_object(kind, &random);
            let path = layout.object(&name).unwrap();
            assert!(path.as_ref().starts_with(&format!("cold/{tenant}/")), "{path}");
        }
        for name in ["", "data", "manifests/1", "data/../../x", "data//x", "/data/x", "data/%2e", "files/.x"]
        {
            assert_eq!(layout.object(name), None, "{name}");
        }
        assert_eq!(Layout::sequence(&layout.manifest(12)), Some(12));
        assert_eq!(Layout::sequence(&Path::from("cold/x/manifests/12.txt")), None);
    }
}
