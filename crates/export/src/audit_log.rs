//! The audit log as a file: for reading. What others can check by themselves is the copy that
//! `waarborg audit export` makes.

use std::{collections::HashMap, sync::Arc};

use domain::{
    Permission,
    audit::{self, ActorKind, AuditEvent, AuditFilter},
    job::{Job, JobResult},
    user,
};
use kernel::{Cursor, Locale, PageRequest, Result, UserError, UserId};
use tokio::sync::mpsc;

use crate::{
    Cell, Column, ColumnKind, Filter, Format, Report, Work,
    jobs::Live,
    make::{NewFile, Rows, dated_name},
    pdf,
};

/// Events read at a time.
const PAGE: u32 = 500;
/// What stands for the key of a form, so that nobody takes the file for an export of a register.
const LOG: &str = "$audit";

/// The log as filtered, to be made into a file.
#[derive(Debug, Clone)]
pub struct AuditExportRequest {
    /// The kind of file.
    pub format: Format,
    /// Which events.
    pub filter: AuditFilter,
    /// The file's language.
    pub locale: Locale,
}

/// Refuses at once what could not be made.
pub(crate) async fn check(work: &Work, request: &AuditExportRequest) -> Result<()> {
    work.ctx.require(Permission::ReadAuditLog)?;
    let rows = audit::count(&work.ctx, &request.filter).await?;
    if request.format == Format::Pdf && rows > pdf::MAX_ROWS {
        return Err(UserError::at("EXPORT_TOO_MANY_ROWS", &["format"]).with("max", pdf::MAX_ROWS).into());
    }
    Ok(())
}

/// Makes the file; `None` when cancelled.
pub(crate) async fn run(
    work: &Work,
    job: &Job,
    request: AuditExportRequest,
    live: Arc<Live>,
) -> Result<Option<JobResult>> {
    let total = audit::count(&work.ctx, &request.filter).await?;
    let report = report(work, &request).await?;
    let name = dated_name(work, &report.title, request.format);
    let file = NewFile { report, format: request.format, name, total };
    file.make(work, job, live, async |sender| read_rows(work, &request, sender).await).await
}

pub(crate) async fn report(work: &Work, request: &AuditExportRequest) -> Result<Report> {
    let by = match work.ctx.actor().user_id() {
        Some(id) => user::get(&work.ctx, id).await?.display_name,
        None => "Waarborg".to_owned(),
    };
    let title = request.say("Auditlogboek", "Audit log").to_owned();
    Ok(Report {
        register: title.clone(),
        title,
        environment: work.environment.clone(),
        form_key: LOG.to_owned(),
        locale: request.locale,
        as_of: None,
        generated_at: work.ctx.now(),
        generated_by: by,
        records: None,
        filters: filters(work, request).await?,
        columns: request.columns(),
    })
}

/// The conditions in words.
async fn filters(work: &Work, request: &AuditExportRequest) -> Result<Vec<Filter>> {
    let (filter, say) = (&request.filter, |nl, en| request.say(nl, en));
    let actor = match filter.actor {
        Some(id) => user::find_many(&work.ctx, &[id]).await?.remove(&id).map(|user| user.display_name),
        None => None,
    };
    let moment = |at: Option<kernel::Instant>| {
        at.map(|at| crate::wording::readable(&Cell::Instant(at), request.locale))
    };
    let actions = filter.actions.as_ref().map(|actions| {
        let sentences = actions.iter().map(|action| audit::action::sentence(action, request.locale));
        sentences.collect::<Vec<_>>().join(", ")
    });
    let refusal = filter.is_refusal.map(|is_refusal| {
        if is_refusal { say("Alleen weigeringen", "Refusals only") } else { say("Geen", "None") }.to_owned()
    });
    let conditions = [
        (say("Vanaf", "From"), moment(filter.from)),
        (say("Tot", "Until"), moment(filter.until)),
        (say("Handelingen", "Actions"), actions),
        (say("Door", "By"), actor),
        (say("Over", "About"), filter.subject.clone()),
        (say("Zoekterm", "Search"), filter.search.clone()),
        (say("Weigeringen", "Refusals"), refusal),
    ];
    let filled =
        |(label, value): (&str, Option<String>)| Some(Filter { label: label.to_owned(), value: value? });
    Ok(conditions.into_iter().filter_map(filled).collect())
}

/// Sends the rows page by page; stops when nobody listens any more.
pub(crate) async fn read_rows(work: &Work, request: &AuditExportRequest, rows: mpsc::Sender<Rows>) {
    let mut page = PageRequest::start(PAGE);
    loop {
        let (next, sent) = match read_page(work, request, &page).await {
            Ok((cells, next)) => (next, rows.send(Ok(cells)).await),
            Err(error) => (None, rows.send(Err(error)).await),
        };
        match next {
            Some(cursor) if sent.is_ok() => page.after = Some(cursor),
            _ => return,
        }
    }
}

async fn read_page(
    work: &Work,
    request: &AuditExportRequest,
    page: &PageRequest,
) -> Result<(Vec<Vec<Cell>>, Option<Cursor>)> {
    let found = audit::list(&work.ctx, &request.filter, page).await?;
    let next = if found.has_next { found.items.last().map(|(cursor, _)| cursor.clone()) } else { None };
    let events = found.into_items();
    let names = audit::names(&work.ctx, &events).await?;
    Ok((events.iter().map(|event| request.row(event, &names)).collect(), next))
}

impl AuditExportRequest {
    fn say(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.locale {
            Locale::Nl => nl,
            Locale::En => en,
        }
    }

    fn columns(&self) -> Vec<Column> {
        let column = |key, heading: &str, kind, width| Column {
            width: Some(width),
            ..Column::new(key, heading, kind)
        };
        let mut columns = vec![
            column("seq", self.say("Nr.", "No."), ColumnKind::Integer, 8),
            column("at", self.say("Wanneer", "When"), ColumnKind::Instant, 18),
            column("actor", self.say("Wie", "Who"), ColumnKind::Text, 22),
            column("action", self.say("Wat", "What"), ColumnKind::Text, 30),
            column("subject", self.say("Waarover", "About"), ColumnKind::Text, 24),
            column("details", self.say("Bijzonderheden", "Details"), ColumnKind::LongText, 50),
            column("address", self.say("Adres", "Address"), ColumnKind::Text, 16),
        ];
        if self.format != Format::Pdf {
            columns.push(column("key", self.say("Handeling", "Action"), ColumnKind::Text, 24));
        }
        columns.push(column(
            "hash",
            "SHA-256",
            ColumnKind::Text,
            if self.format == Format::Pdf { 20 } else { 66 },
        ));
        columns
    }

    fn row(&self, event: &AuditEvent, names: &HashMap<UserId, String>) -> Vec<Cell> {
        let text = |text: Option<String>| text.map_or(Cell::Empty, Cell::Text);
        let name = |id: Option<UserId>| id.and_then(|id| names.get(&id).cloned());
        let subject = name(event.person()).or_else(|| {
            let code = event.details.get("code").and_then(serde_json::Value::as_str);
            code.map(str::to_owned).or_else(|| event.subject_id.clone())
        });
        let hash = event.hash.to_string();
        let mut cells = vec![
            Cell::Integer(event.seq),
            Cell::Instant(event.at),
            Cell::Text(name(event.actor).unwrap_or_else(|| self.kind(event.actor_kind).to_owned())),
            Cell::Text(audit::action::sentence(&event.action, self.locale).to_owned()),
            text(subject),
            text(self.details(event)),
            text(event.address.clone()),
        ];
        if self.format == Format::Pdf {
            // The beginning tells two apart; a whole one does not fit on paper.
            cells.push(Cell::Text(hash.chars().take(16).collect()));
        } else {
            cells.extend([Cell::Text(event.action.clone()), Cell::Text(hash)]);
        }
        cells
    }

    fn kind(&self, kind: ActorKind) -> &'static str {
        match kind {
            ActorKind::Anonymous => self.say("Niemand aangemeld", "Nobody signed in"),
            ActorKind::User => self.say("Gebruiker", "User"),
            ActorKind::Consultant => self.say("Adviseur", "Consultant"),
            ActorKind::Operator => self.say("Beheerder van de hosting", "Operator"),
            ActorKind::ApiToken => self.say("API-token", "API token"),
            ActorKind::System => "Waarborg",
        }
    }

    /// A line per change, then what else there is.
    fn details(&self, event: &AuditEvent) -> Option<String> {
        if event.is_erased && event.details.is_empty() {
            return Some(self.say("Persoonsgegevens gewist", "Personal data erased").to_owned());
        }
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "–".to_owned());
        let changes = event
            .changes()
            .into_iter()
            .map(|change| format!("{}: {} → {}", change.field, side(&change.before), side(&change.after)));
        let rest = event.further_details().into_iter().map(|(name, value)| match value {
            serde_json::Value::String(text) => format!("{name}: {text}"),
            other => format!("{name}: {other}"),
        });
        let lines: Vec<String> = changes.chain(rest).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
