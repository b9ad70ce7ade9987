//! Fields whose number is given once, when a record is made.

use kernel::Result;

use super::{Record, Value};
use crate::{
    WriteTx,
    form::{self, FieldKind, Form},
};

/// Gives every record its numbers where it has none yet. Locks the form's sequences until the transaction
/// ends, so that no number is given twice.
pub(super) async fn fill(tx: &WriteTx, form: &Form, records: &mut [&mut Record]) -> Result<()> {
    for field in &form.definition.fields {
        let FieldKind::AutoNumber { prefix, digits } = &field.kind else { continue };
        let waiting = records.iter_mut().filter(|record| !record.values.contains_key(&field.key));
        let mut waiting: Vec<&mut Record> = waiting.map(|record| &mut **record).collect();
        if waiting.is_empty() {
            continue;
        }
        let count = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
        let first = form::take_sequence(tx, (form.id, &field.key), count).await?;
        let width = usize::from(*digits);
        for (number, record) in (first..).zip(&mut waiting) {
            record.values.insert(field.key.clone(), Value::Text(format!("{prefix}{number:0width$}")));
        }
    }
    Ok(())
}
