//! The files of an environment: many, of sizes as people send them, half of them text that compresses and half of them
//! pictures and archives that do not. The same in every run.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

use anyhow::Result;
use domain::{
    Ctx,
    file::{self, NewFile},
};
use kernel::{Random, SeededRandom};
use ledger::Hash;
use sha2::{Digest, Sha256};
use tenancy::TenantBlobs;

use crate::data_set::in_words;

/// Any fixed number gives the same files in every run.
const SEED: u64 = 900;
/// Bytes of files, which take turns: letters, scans, reports, presentations.
const SIZES: [usize; 8] = [200_000, 350_000, 600_000, 900_000, 1_400_000, 2_200_000, 3_500_000, 5_000_000];
const WORDS: [&str; 12] = [
    "beleid",
    "risico",
    "maatregel",
    "leverancier",
    "toegang",
    "de",
    "van",
    "incident",
    "back-up",
    "wordt",
    "jaarlijks",
    "beoordeeld",
];

/// Keeps `bytes` of files in an environment, as uploads do, and a plain copy of each in `folder`: what is compared with
/// reads those. How many there are.
pub(super) async fn keep(ctx: &Ctx, blobs: &TenantBlobs, (bytes, folder): (usize, &Path)) -> Result<usize> {
    fs::create_dir_all(folder)?;
    let random = SeededRandom::new(SEED);
    let (mut left, mut number) = (bytes, 0);
    while left > 0 {
        let size = SIZES.get(number % SIZES.len()).copied().unwrap_or(left).min(left);
        // Whole rounds of all sizes take turns, so that there is as much of one kind as of the other.
        let content =
            if (number / SIZES.len()).is_multiple_of(2) { text(&random, size) } else { noise(&random, size) };
        let mut copy = File::create(folder.join(format!("{number:06}")))?;
        copy.write_all(&content)?;
        copy.sync_all()?;
        keep_one(ctx, blobs, (&format!("bijlage-{number}.bin"), content)).await?;
        (left, number) = (left - size, number + 1);
    }
    Ok(number)
}

/// Keeps one file.
pub(super) async fn keep_one(ctx: &Ctx, blobs: &TenantBlobs, (name, content): (&str, Vec<u8>)) -> Result<()> {
    let new = NewFile {
        file_name: name.to_owned(),
        media_type: "application/octet-stream".to_owned(),
        byte_size: i64::try_from(content.len())?,
        sha256: Hash(Sha256::digest(&content).into()).to_string(),
    };
    blobs.put(&file::blob_name(&new.sha256).parse()?, content.into()).await?;
    file::create(ctx, new).await.map_err(in_words)?;
    Ok(())
}

/// What no compression makes smaller.
pub(super) fn noise(random: &SeededRandom, size: usize) -> Vec<u8> {
    let mut noise = vec![0; size];
    random.fill(&mut noise);
    noise
}

/// Words in no order, with numbers between them.
fn text(random: &SeededRandom, size: usize) -> Vec<u8> {
    let mut text = Vec::with_capacity(size + 64);
    let mut drawn = [0_u8; 4096];
    while text.len() < size {
        random.fill(&mut drawn);
        for byte in drawn {
            match WORDS.get(usize::from(byte) % 14) {
                Some(word) => text.extend_from_slice(word.as_bytes()),
                None => text.extend_from_slice(byte.to_string().as_bytes()),
            }
            text.push(b' ');
        }
    }
    text.truncate(size);
    text
}
