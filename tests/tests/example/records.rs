//! What is done with records beside making and changing one.

use serde_json::json;

use super::{Belongings, Example, example};

/// Many at once, and copies.
pub(super) fn bulk(own: &Belongings) -> Vec<Example> {
    vec![
        example(
            ("updateRecords", ""),
            "mutation($input: UpdateRecordsInput!) {
                updateRecords(input: $input) { records { title } problems { record { title } } userErrors { code } } }",
            json!({ "input": { "ids": [own.spare], "values": [{ "key": "supplier", "text": "Leverancier" }] } }),
        ),
        example(
            ("saveRecords", "a change"),
            "mutation($input: SaveRecordsInput!) {
                saveRecords(input: $input) { records { title } userErrors { code path } } }",
            json!({ "input": { "formKey": "assets", "records": [
                { "id": own.spare, "version": 2, "values": [{ "key": "supplier", "text": "Ander" }] },
            ] } }),
        ),
        example(
            ("saveRecords", "a new one"),
            "mutation($input: SaveRecordsInput!) {
                saveRecords(input: $input) { records { title } userErrors { code path } } }",
            json!({ "input": { "formKey": "incidents", "records": [{ "values": [
                { "key": "title", "text": "Stroom weg" },
                { "key": "reported_on", "date": "2026-01-05" },
                { "key": "reporter", "user": own.user },
                { "key": "kind", "choices": ["outage"] },
                { "key": "description", "html": "<p>Donker.</p>" },
                { "key": "personal_data_involved", "yesNoNa": "NO" },
                { "key": "assets", "references": [own.asset] },
            ] }] } }),
        ),
        example(
            ("duplicateRecord", ""),
            "mutation($input: DuplicateRecordInput!) {
                duplicateRecord(input: $input) { record { title } userErrors { code } } }",
            json!({ "input": { "id": own.spare } }),
        ),
    ]
}

/// What people say.
pub(super) fn comments(own: &Belongings) -> Vec<Example> {
    let html = format!("<p>Gezien, <span data-mention=\"{}\">@M</span>.</p>", own.user);
    vec![
        example(
            ("record", "comments behind a cursor"),
            "query($id: ID!, $after: String) { record(id: $id) { comments(after: $after) { nodes { html } } } }",
            json!({ "id": own.asset, "after": own.comment_cursor }),
        ),
        example(
            ("addComment", ""),
            "mutation($input: AddCommentInput!) { addComment(input: $input) {
                comment { isDeleted mentions { role } } userErrors { code } } }",
            json!({ "input": { "recordId": own.asset, "html": html } }),
        ),
        example(
            ("editComment", "a manager's"),
            "mutation($input: EditCommentInput!) { editComment(input: $input) {
                comment { isDeleted } userErrors { code } } }",
            json!({ "input": { "id": own.comment, "html": html } }),
        ),
        example(
            ("deleteComment", "a manager's"),
            "mutation($input: DeleteCommentInput!) { deleteComment(input: $input) {
                comment { isDeleted } userErrors { code } } }",
            json!({ "input": { "id": own.comment } }),
        ),
    ]
}

/// Views of lists.
pub(super) fn views(own: &Belongings) -> Vec<Example> {
    const SAVE: &str = "mutation($input: SaveViewInput!) { saveView(input: $input) {
        savedView { isShared } userErrors { code } } }";
    const DELETE: &str = "mutation($id: ID!) { deleteView(input: { id: $id }) { userErrors { code } } }";
    let shared = json!({ "formKey": "assets", "name": "Open", "isShared": true, "state": "{}" });
    let mut replacing = shared.clone();
    replacing["id"] = json!(own.shared_view);
    vec![
        example(("form", "views"), "{ form(key: \"assets\") { savedViews { name } } }", json!({})),
        example(("saveView", "that is shared"), SAVE, json!({ "input": shared })),
        example(("saveView", "in place of a shared one"), SAVE, json!({ "input": replacing })),
        example(("deleteView", "that is shared"), DELETE, json!({ "id": own.shared_view })),
        example(("deleteView", "a manager's own"), DELETE, json!({ "id": own.own_view })),
    ]
}

/// Charts and dashboards.
pub(super) fn dashboards(own: &Belongings) -> Vec<Example> {
    const SAVE: &str = "mutation($input: SaveDashboardInput!) { saveDashboard(input: $input) {
        dashboard { isShared } userErrors { code } } }";
    const DELETE: &str =
        "mutation($id: ID!) { deleteDashboard(input: { id: $id }) { deletedId userErrors { code } } }";
    const ONE: &str = "query($id: ID!) { dashboard(id: $id) { name hiddenCards cards { data { total } } } }";
    let chart = json!({ "title": { "nl": "Zuurstofkast" }, "kind": "BAR", "groupBy": "$status" });
    let card = |key: &str| json!({ "formKey": key, "chart": chart });
    let shared = json!({ "name": "Open", "isShared": true, "isHome": false, "cards": [card("assets")] });
    let mut replacing = shared.clone();
    (replacing["id"], replacing["version"]) = (json!(own.shared_dashboard), json!(1));
    vec![
        example(
            ("form", "a chart"),
            "query($chart: ChartInput!) { form(key: \"assets\") { charts { key } chartData(chart: $chart) { total } } }",
            json!({ "chart": chart }),
        ),
        example(("dashboards", ""), "{ dashboards { name isHome } }", json!({})),
        example(("dashboard", "a manager's own"), ONE, json!({ "id": own.own_dashboard })),
        example(("dashboard", "that is shared"), ONE, json!({ "id": own.shared_dashboard })),
        example(("saveDashboard", "that is shared"), SAVE, json!({ "input": shared })),
        example(("saveDashboard", "in place of a shared one"), SAVE, json!({ "input": replacing })),
        example(("deleteDashboard", "that is shared"), DELETE, json!({ "id": own.shared_dashboard })),
        example(("deleteDashboard", "a manager's own"), DELETE, json!({ "id": own.own_dashboard })),
        example(
            ("exportChart", ""),
            "mutation($input: ExportChartInput!) { exportChart(input: $input) {
                file { mediaType } userErrors { code } } }",
            json!({ "input": card("assets") }),
        ),
    ]
}

/// Archiving, throwing away, bringing back, purging.
pub(super) fn life(own: &Belongings) -> Vec<Example> {
    let spare = || json!({ "input": { "ids": [own.spare] } });
    vec![
        example(
            ("form", "records in the recycle bin"),
            "{ form(key: \"assets\") { records(filter: { state: DELETED }) { totalCount } } }",
            json!({}),
        ),
        example(
            ("record", "in the recycle bin"),
            "query($id: ID!) { record(id: $id) { isDeleted } }",
            json!({ "id": own.thrown_away }),
        ),
        example(
            ("archiveRecords", ""),
            "mutation($input: RecordsInput!) { archiveRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("unarchiveRecords", ""),
            "mutation($input: RecordsInput!) { unarchiveRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("deleteRecords", ""),
            "mutation($input: RecordsInput!) { deleteRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("restoreRecords", ""),
            "mutation($input: RecordsInput!) { restoreRecords(input: $input) { userErrors { code } } }",
            spare(),
        ),
        example(
            ("purgeRecords", ""),
            "mutation($input: RecordsInput!) { purgeRecords(input: $input) { userErrors { code } } }",
            json!({ "input": { "ids": [own.thrown_away] } }),
        ),
    ]
}
