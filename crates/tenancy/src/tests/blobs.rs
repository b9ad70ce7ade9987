use std::{io, path::PathBuf};

use bytes::Bytes;
use futures::{StreamExt, TryStreamExt, stream};
use kernel::{Error, Result};

use crate::{BlobName, TenantEntry, testing::TestTenancy};

const CHUNK: usize = 64 * 1024;
const SEALED_CHUNK: usize = CHUNK + 16;
const HEADER: usize = 20;

fn name() -> BlobName {
    "uploads/one".parse().unwrap()
}

fn content(size: usize) -> Bytes {
    (0..size).map(|place| u8::try_from(place % 251).unwrap()).collect()
}

fn file(test: &TestTenancy, tenant: &TenantEntry) -> PathBuf {
    test.config().tenant_dir(&tenant.slug).join("blobs").join(name().as_str())
}

/// Keeps three chunks, lets `tamper` change the bytes in the store, and reads them back.
async fn read_tampered(tamper: impl FnOnce(&mut Vec<u8>)) -> Result<Bytes> {
    let test = TestTenancy::sqlite().await;
    let tenant = test.tenant("acme").await;
    let blobs = test.tenancy().blobs(&tenant);
    blobs.put(&name(), content(2 * CHUNK + 100)).await.unwrap();
    let path = file(&test, &tenant);
    let mut stored = std::fs::read(&path).unwrap();
    tamper(&mut stored);
    std::fs::write(&path, stored).unwrap();
    blobs.get(&name()).await
}

#[tokio::test]
async fn a_blob_of_any_size_comes_back_whole_and_is_unreadable_in_the_store() {
    let test = TestTenancy::sqlite().await;
    let tenant = test.tenant("acme").await;
    let blobs = test.tenancy().blobs(&tenant);
    let beginning = content(32);
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
        blobs.put(&name(), content(size)).await.unwrap();
        assert_eq!(blobs.get(&name()).await.unwrap(), content(size), "{size}");
        let stored = std::fs::read(file(&test, &tenant)).unwrap();
        assert_eq!(stored.len(), HEADER + size + 16 * size.div_ceil(CHUNK).max(1));
        assert!(!stored.windows(32).any(|window| window == &beginning[..]));
    }
}

#[tokio::test]
async fn a_stream_larger_than_memory_should_hold_goes_through_in_pieces() {
    let test = TestTenancy::sqlite().await;
    let blobs = test.tenancy().blobs(&*test.tenant("acme").await);
    let piece = content(1_000_003);
    // Above 10 MiB the store gets it in several parts.
    let pieces = stream::iter(0..11).map(|_| Ok(piece.clone()));
    assert_eq!(blobs.put_stream(&name(), pieces).await.unwrap(), 11_000_033);
    let sizes: Vec<usize> =
        blobs.get_stream(&name()).await.unwrap().map_ok(|chunk| chunk.len()).try_collect().await.unwrap();
    assert_eq!(sizes.iter().sum::<usize>(), 11_000_033);
    assert!(sizes.iter().all(|size| *size <= CHUNK));
}

#[tokio::test]
async fn an_upload_that_breaks_off_leaves_what_was_there() {
    let test = TestTenancy::sqlite().await;
    let blobs = test.tenancy().blobs(&*test.tenant("acme").await);
    blobs.put(&name(), content(10)).await.unwrap();
    let broken = stream::iter([Ok(content(CHUNK * 170)), Err(io::ErrorKind::ConnectionReset.into())]);
    assert!(blobs.put_stream(&name(), broken).await.is_err());
    assert_eq!(blobs.get(&name()).await.unwrap(), content(10));
}

#[tokio::test]
async fn a_flipped_bit_is_noticed_in_header_content_and_tag() {
    for place in [0, 1, HEADER, HEADER + CHUNK, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK + 115] {
        let outcome = read_tampered(|stored| stored[place] ^= 1).await;
        assert!(matches!(outcome, Err(Error::Internal(_))), "{place}");
    }
}

#[tokio::test]
async fn a_blob_that_was_cut_anywhere_is_refused() {
    let whole = HEADER + 2 * SEALED_CHUNK + 116;
    for size in [0, HEADER - 1, HEADER, HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK, whole - 1] {
        let outcome = read_tampered(|stored| stored.truncate(size)).await;
        assert!(matches!(outcome, Err(Error::Internal(_))), "{size}");
    }
}

#[tokio::test]
async fn swapped_repeated_and_added_chunks_are_refused() {
    let swapped = read_tampered(|stored| {
        let (first, second) = stored[HEADER..].split_at_mut(SEALED_CHUNK);
        first.swap_with_slice(&mut second[..SEALED_CHUNK]);
    });
    let repeated = read_tampered(|stored| {
        stored.copy_within(HEADER..HEADER + SEALED_CHUNK, HEADER + SEALED_CHUNK);
    });
    let added = read_tampered(|stored| stored.extend_from_slice(&[0; 16]));
    assert!(swapped.await.is_err());
    assert!(repeated.await.is_err());
    assert!(added.await.is_err());
}

#[tokio::test]
async fn ten_07_a_blob_of_the_same_name_in_another_environment_is_another_blob() {
    let test = TestTenancy::sqlite().await;
    let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
    let (acmes, bolts) = (test.tenancy().blobs(&acme), test.tenancy().blobs(&bolt));
    acmes.put(&name(), content(10)).await.unwrap();
    assert!(matches!(bolts.get(&name()).await, Err(Error::NotFound)));

    bolts.put(&name(), content(20)).await.unwrap();
    bolts.delete(&name()).await.unwrap();
    assert_eq!(acmes.get(&name()).await.unwrap(), content(10));
}

#[tokio::test]
async fn ten_07_a_blob_moved_to_another_environment_or_name_is_refused() {
    let test = TestTenancy::sqlite().await;
    let (acme, bolt) = (test.tenant("acme").await, test.tenant("bolt").await);
    test.tenancy().blobs(&acme).put(&name(), content(10)).await.unwrap();
    test.tenancy().blobs(&bolt).put(&name(), content(10)).await.unwrap();
    std::fs::copy(file(&test, &acme), file(&test, &bolt)).unwrap();
    std::fs::copy(file(&test, &acme), file(&test, &acme).with_file_name("two")).unwrap();

    assert!(matches!(test.tenancy().blobs(&bolt).get(&name()).await, Err(Error::Internal(_))));
    let renamed = "uploads/two".parse().unwrap();
    assert!(matches!(test.tenancy().blobs(&acme).get(&renamed).await, Err(Error::Internal(_))));
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    let test = TestTenancy::sqlite().await;
    let blobs = test.tenancy().blobs(&*test.tenant("acme").await);
    assert!(matches!(blobs.get(&name()).await, Err(Error::NotFound)));
    assert!(matches!(blobs.delete(&name()).await, Err(Error::NotFound)));
}
