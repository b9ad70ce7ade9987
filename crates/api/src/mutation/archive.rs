use async_graphql::{Context, InputObject, Object};
use export::archive::{ArchiveRequest, EncryptionChoice, Origin};
use kernel::{Locale, SecretText};

use super::{
    exchange::{JobPayload, job_payload},
    work,
};
use crate::{error::Result, scope::Shared, types::LocaleName};

/// Who opens the archive: one of the two.
#[derive(InputObject)]
struct ArchiveEncryptionInput {
    /// A public key of age, `age1…`: who has its secret half.
    recipient: Option<String>,
    /// A passphrase of 12 characters or more: who knows it. It is kept nowhere.
    passphrase: Option<String>,
}

/// Everything the environment holds, in one file.
#[derive(InputObject)]
struct ExportArchiveInput {
    /// Who opens it; anybody who has it unless given.
    encryption: Option<ArchiveEncryptionInput>,
    /// The language of workbooks and lists; the viewer's unless given.
    locale: Option<LocaleName>,
}

#[derive(Default)]
pub(super) struct ArchiveMutation;

#[Object]
impl ArchiveMutation {
    /// Begins making an archive of everything the environment holds, to be read without this product or brought into
    /// another installation; follow the job. For administrators, after a fresh code. `CHOOSE_ONE` at `encryption`,
    /// `RECIPIENT_INVALID`, `PASSPHRASE_TOO_SHORT`, `PASSPHRASE_TOO_LONG`.
    #[graphql(complexity = "20_000 + child_complexity")]
    async fn export_archive(&self, cx: &Context<'_>, input: ExportArchiveInput) -> Result<JobPayload> {
        let scope = cx.scope();
        let encryption = input.encryption.map(|chosen| EncryptionChoice {
            recipient: chosen.recipient,
            passphrase: chosen.passphrase.map(SecretText::from),
        });
        let environment = &scope.environment;
        let request = ArchiveRequest {
            origin: Origin {
                id: environment.id,
                slug: environment.slug.to_string(),
                name: environment.name.clone(),
                host: environment.host.to_string(),
                locale: environment.locale,
            },
            encryption,
            locale: input.locale.map_or_else(|| scope.ctx.locale(), Locale::from),
        };
        job_payload(cx.services().jobs.start_archive(work(cx), request).await)
    }
}
