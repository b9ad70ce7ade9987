//! Files of the demo's stories: a name and a few lines of text.

use std::collections::HashMap;

use anyhow::Context;
use domain::{
    Ctx,
    file::{self, NewFile},
    form::{FieldKind, FormDefinition},
    record::Value,
};
use ledger::Hash;
use packs::demo::DemoRecord;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tenancy::TenantBlobs;

/// A file as a story writes it.
#[derive(Deserialize)]
struct Story {
    name: String,
    text: String,
}

/// Keeps the files of the wanted fields, sent by whoever `ctx` acts for; what those fields hold then.
pub(super) async fn keep(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    (definition, demo, is_wanted): (&FormDefinition, &DemoRecord, impl Fn(&String) -> bool),
) -> anyhow::Result<HashMap<String, Value>> {
    let mut kept = HashMap::new();
    for (key, value) in demo.values.iter().filter(|(key, _)| is_wanted(key)) {
        let Some(FieldKind::File { .. }) = definition.field(key).map(|field| &field.kind) else { continue };
        let stories: Vec<Story> =
            serde_json::from_value(value.clone()).with_context(|| format!("field {key}"))?;
        let mut revisions = Vec::with_capacity(stories.len());
        for story in stories {
            revisions.push(keep_one(ctx, blobs, story).await?);
        }
        kept.insert(key.clone(), Value::File(revisions));
    }
    Ok(kept)
}

async fn keep_one(
    ctx: &Ctx,
    blobs: &TenantBlobs,
    Story { name, text }: Story,
) -> anyhow::Result<kernel::FileRevisionId> {
    let new = NewFile {
        file_name: name,
        media_type: "text/plain".to_owned(),
        byte_size: i64::try_from(text.len())?,
        sha256: Hash(Sha256::digest(text.as_bytes()).into()).to_string(),
    };
    blobs.put(&file::blob_name(&new.sha256).parse()?, text.into()).await?;
    Ok(file::create(ctx, new).await?.id)
}
