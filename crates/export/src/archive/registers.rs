//! A workbook of each register: what stands in it, and what was put in its archive.

use domain::{
    form::{self, Form},
    record::{self, RecordFilter, RecordSort, RecordState},
};

use super::{Making, progress::Halt};
use crate::{
    ExportRequest, Format,
    make::{NewFile, list, read_rows},
    register::{self, Layout},
    xlsx,
};

pub(super) async fn put(making: &mut Making<'_>) -> Result<(), Halt> {
    let mut planned = Vec::new();
    for form in form::list(&making.copy.ctx).await?.iter() {
        for state in [RecordState::Active, RecordState::Archived] {
            let filter = RecordFilter { state, ..RecordFilter::default() };
            let rows = record::count(&making.copy.ctx, list(form, &filter, &RecordSort::default())).await?;
            // An empty register still tells what it asks; an empty archive of it tells nothing.
            if rows > 0 || state == RecordState::Active {
                making.progress.expect_rows(rows);
                planned.push((form.clone(), filter, rows));
            }
        }
    }
    for (form, filter, rows) in planned {
        put_one(making, form, (filter, rows)).await?;
    }
    Ok(())
}

async fn put_one(
    making: &mut Making<'_>,
    form: Form,
    (filter, total): (RecordFilter, u64),
) -> Result<(), Halt> {
    // What no workbook takes goes into a text that takes everything.
    let format = if total > u64::from(xlsx::MAX_ROWS) { Format::Csv } else { Format::Xlsx };
    let part = if filter.state == RecordState::Archived { "-archived" } else { "" };
    let key = &form.definition.key;
    let (name, path) =
        (format!("registers/{key}{part}.{}", format.extension()), making.folder.join("register"));
    let request = ExportRequest {
        form_key: key.clone(),
        format,
        filter,
        sort: RecordSort::default(),
        columns: None,
        locale: making.request.locale,
        as_of: None,
    };
    let layout = Layout::new(&form, &request)?;
    let report = register::report(&making.copy, &form, &request, (&layout, making.taken_at)).await?;
    let report = crate::Report { generated_by: making.made_by.clone(), ..report };
    let file = NewFile { report, format, name: String::new(), total };
    let rows = async |sender| read_rows(&making.copy, &form, &request, layout, sender).await;
    file.write(&path, making.progress.of_rows(), rows).await?.ok_or(Halt::Cancelled)?;
    making.add_file((name, format == Format::Xlsx), path).await
}
