use std::os::unix::fs::symlink;

use super::*;
use crate::store::{BadStores, Stores};

fn read(place: &str, variables: &[(&str, &str)]) -> Result<StorePlace, BadPlace> {
    let given = |name: &str| {
        let name = name.strip_prefix("WAARBORG_BACKUP_HOT")?.trim_start_matches("_S3_");
        variables.iter().find(|(given, _)| *given == name).map(|(_, value)| (*value).to_owned())
    };
    StorePlace::read(Tier::Hot, Some(place).filter(|place| !place.is_empty()), given)
}

const KEY: [(&str, &str); 3] = [("REGION", "eu-central-1"), ("KEY_ID", "AKIA1"), ("SECRET", "sesame")];

fn bucket(place: &str, endpoint: &str) -> StorePlace {
    read(place, &[KEY.as_slice(), &[("ENDPOINT", endpoint)]].concat()).unwrap()
}

#[test]
fn a_place_is_a_folder_or_a_bucket_of_which_the_rest_is_in_variables() {
    assert!(
        matches!(read("/mnt/hot", &[]), Ok(StorePlace::Folder(folder)) if folder == Path::new("/mnt/hot"))
    );
    assert!(matches!(read("", &[("", "/mnt/hot")]), Ok(StorePlace::Folder(_))));
    let place = read("s3://waarborg-hot/a/b", &[KEY.as_slice(), &[("LOCK_DAYS", "35")]].concat()).unwrap();
    assert_eq!(place.to_string(), "s3://waarborg-hot/a/b at s3.eu-central-1.amazonaws.com");
    let StorePlace::S3(place) = place else { unreachable!() };
    assert_eq!(place.lock_days(), Some(35));
    assert_eq!(
        bucket("s3://hot", "https://s3.example.org:9000/").to_string(),
        "s3://hot at s3.example.org:9000"
    );
}

#[test]
fn what_is_no_place_is_told_with_the_way_out_and_without_the_secret() {
    let with = |name: &'static str, value: &'static str| {
        let kept = KEY.iter().copied().filter(|(given, _)| *given != name);
        kept.chain([(name, value)]).collect::<Vec<_>>()
    };
    for (place, variables, told) in [
        ("", vec![], "WAARBORG_BACKUP_HOT"),
        ("gs://bucket", vec![], "`gs://`"),
        ("s3://AKIA1:sesame@bucket", KEY.to_vec(), "WAARBORG_BACKUP_HOT_S3_SECRET"),
        ("s3://Bucket", KEY.to_vec(), "`Bucket`"),
        ("s3://", KEY.to_vec(), "``"),
        ("s3://bucket/../x", KEY.to_vec(), "`../x`"),
        ("s3://bucket", with("REGION", ""), "WAARBORG_BACKUP_HOT_S3_REGION is not set"),
        ("s3://bucket", with("KEY_ID", ""), "WAARBORG_BACKUP_HOT_S3_KEY_ID is not set"),
        ("s3://bucket", with("SECRET", ""), "WAARBORG_BACKUP_HOT_S3_SECRET is not set"),
        ("s3://bucket", with("ENDPOINT", "s3.example.org"), "WAARBORG_BACKUP_HOT_S3_ENDPOINT"),
        ("s3://bucket", with("ENDPOINT", "http://s3.example.org"), "http:// only on this machine"),
        ("s3://bucket", with("ENDPOINT", "https://a:sesame@s3.example.org"), "_S3_ENDPOINT"),
        ("s3://bucket", with("ENDPOINT", "https://s3.example.org/bucket"), "without a path"),
        ("s3://bucket", with("LOCK_DAYS", "0"), "WAARBORG_BACKUP_HOT_S3_LOCK_DAYS"),
        ("s3://bucket", with("LOCK_DAYS", "99999"), "3660"),
    ] {
        let error = read(place, &variables).expect_err(place).to_string();
        assert!(error.contains(told), "{place}: {error}");
        assert!(!error.contains("sesame"), "{error}");
    }
}

#[test]
fn the_secret_is_in_no_text_of_a_place_or_a_store() {
    let place = bucket("s3://hot/x", "https://s3.example.org");
    let store = place.open(Tier::Hot).ok();
    let text = format!("{place} {place:?} {store:?}");
    assert!(text.contains("s3://hot/x") && !text.contains("sesame") && !text.contains("AKIA1"), "{text}");
}

#[test]
fn one_bucket_is_one_place_whatever_the_prefix_and_the_spelling() {
    let place = bucket("s3://hot/a", "https://s3.example.org");
    for same in [
        bucket("s3://hot/b", "https://s3.example.org"),
        bucket("s3://hot", "https://S3.Example.ORG:443/"),
        bucket("s3://hot", "https://s3.example.org."),
    ] {
        assert!(place.is_same_place(&same), "{same}");
    }
    for other in [
        bucket("s3://cold/a", "https://s3.example.org"),
        bucket("s3://hot/a", "https://s3.example.net"),
        bucket("s3://hot/a", "https://s3.example.org:9000"),
        StorePlace::Folder("/mnt/hot".into()),
    ] {
        assert!(!place.is_same_place(&other), "{other}");
    }
    let amazon = |region: &str| bucket("s3://hot", &format!("https://s3.{region}.amazonaws.com"));
    assert!(amazon("eu-central-1").is_same_place(&amazon("eu-west-1")), "names of buckets are unique there");
    assert!(
        bucket("s3://hot", "http://localhost:9000")
            .is_same_place(&bucket("s3://hot", "http://127.0.0.1:9000"))
    );
}

#[test]
fn a_folder_is_itself_by_any_name_and_what_lies_in_it() {
    let root = tempfile::tempdir().unwrap();
    let folder = |name: &str| StorePlace::Folder(root.path().join(name));
    for name in ["hot/x", "cold"] {
        fs::create_dir_all(root.path().join(name)).unwrap();
    }
    symlink(root.path().join("hot"), root.path().join("link")).unwrap();
    for same in ["hot", "hot/x", "hot/not/there/yet", "link", "link/x", "cold/../hot", "gone/../hot/x", "."] {
        assert!(folder("hot").is_same_place(&folder(same)), "{same}");
        assert!(folder(same).is_same_place(&folder("hot")), "{same}");
    }
    for other in ["cold", "hotter", "gone", "link/../cold"] {
        assert!(!folder("hot").is_same_place(&folder(other)), "{other}");
    }
    let refused = Stores::new(&folder("hot"), &folder("link/y")).unwrap_err();
    assert!(matches!(refused, BadStores::SamePlace(_)), "{refused}");
    assert!(!root.path().join("hot/y").exists());
    let stores = Stores::new(&folder("hot"), &folder("cold")).unwrap();
    assert_eq!([Tier::Hot, Tier::Cold].map(|tier| stores.of(tier).tier()), [Tier::Hot, Tier::Cold]);
}
