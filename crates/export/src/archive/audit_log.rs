//! The audit log as a workbook.

use domain::audit::{self, AuditFilter};

use super::{Making, progress::Halt};
use crate::{AuditExportRequest, Format, Report, audit_log, make::NewFile, xlsx};

pub(super) async fn put(making: &mut Making<'_>) -> Result<(), Halt> {
    let filter = AuditFilter::default();
    let total = audit::count(&making.copy.ctx, &filter).await?;
    let format = if total > u64::from(xlsx::MAX_ROWS) { Format::Csv } else { Format::Xlsx };
    making.progress.expect_rows(total);
    let request = AuditExportRequest { format, filter, locale: making.request.locale };
    let report = audit_log::report(&making.copy, &request).await?;
    let report = Report { generated_at: making.taken_at, generated_by: making.made_by.clone(), ..report };
    let path = making.folder.join("audit-log");
    let file = NewFile { report, format, name: String::new(), total };
    let rows = async |sender| audit_log::read_rows(&making.copy, &request, sender).await;
    file.write(&path, making.progress.of_rows(), rows).await?.ok_or(Halt::Cancelled)?;
    making.add_file((format!("audit-log.{}", format.extension()), format == Format::Xlsx), path).await
}
