//! What one environment has and another must not get at.

use auth::testing::Authenticator;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use domain::{
    Ctx, comment,
    dashboard::{self, CardSave, DashboardSave},
    firewall::{self, FirewallChange, NewLimits, NewRule, Proposal},
    form::{Chart, ChartKind, Interval, Measure},
    record::{self, LifeStep, NewRecord},
    saved_view::{self, ViewSave},
};
use kernel::{Actor, Clock, Random, Role, SystemRandom};
use serde_json::{Value, json};
use tenancy::{Channel, RuleAction};
use waarborg_tests::{Environment, TestServer, code_at, incident, risk, workbook};

use super::{link::Links, people::People};

/// Ids, cursors and tickets.
#[derive(Debug, Clone)]
pub(crate) struct Belongings {
    /// A record of the assets register, which an incident and a risk point to.
    pub(crate) asset: String,
    /// Its version.
    pub(crate) version: i64,
    /// Its number.
    pub(crate) number: i64,
    /// A record of a register that employees do not see.
    pub(crate) risk: String,
    /// A record that nothing points to.
    pub(crate) spare: String,
    /// What a manager said at the first record.
    pub(crate) comment: String,
    pub(crate) comment_cursor: String,
    /// A manager's views of the assets: an own one, and one that is shared.
    pub(crate) own_view: String,
    pub(crate) shared_view: String,
    /// A manager's dashboards: an own one, and one that is shared.
    pub(crate) own_dashboard: String,
    pub(crate) shared_dashboard: String,
    /// A record in the recycle bin.
    pub(crate) thrown_away: String,
    pub(crate) user: String,
    pub(crate) form: String,
    /// A manager's export that has ended.
    pub(crate) job: String,
    /// A manager's workbook.
    pub(crate) upload: String,
    pub(crate) record_cursor: String,
    pub(crate) history_cursor: String,
    pub(crate) reference_cursor: String,
    pub(crate) user_cursor: String,
    pub(crate) job_cursor: String,
    /// A back-up that was proven, and a time the environment was not put back to it after all.
    pub(crate) backup: String,
    pub(crate) restore: String,
    /// A rule of the firewall.
    pub(crate) firewall_rule: String,
    pub(crate) refusal_cursor: String,
    pub(crate) mail_cursor: String,
    /// The secrets of links in mails.
    pub(crate) invitation: String,
    pub(crate) reset: String,
    pub(crate) confirmation: String,
    /// That the record was made.
    pub(crate) audit_event: String,
    pub(crate) audit_cursor: String,
    /// Who can sign in.
    pub(crate) login: String,
    pub(crate) begin_ticket: String,
    pub(crate) confirm_ticket: String,
    pub(crate) confirm_code: String,
    pub(crate) verify_ticket: String,
    pub(crate) verify_code: String,
    pub(crate) people: People,
    /// Of somebody who is none of the callers.
    pub(crate) session: String,
    /// A manager's.
    pub(crate) api_token: String,
    /// Of somebody who is none of the callers.
    pub(crate) passkey: String,
    pub(crate) recovery_ticket: String,
    pub(crate) recovery_code: String,
    pub(crate) passkey_begin_ticket: String,
    pub(crate) passkey_ticket: String,
    /// The passkey's answer to the question of `passkey_ticket`.
    pub(crate) passkey_answer: Value,
    /// For the numbers of a new register.
    pub(crate) prefix: &'static str,
}

const ASSET: &str = "query($id: ID!) { record(id: $id) {
    number version form { id }
    history { edges { cursor } }
    comments { edges { cursor } }
    referencedBy { edges { cursor } } } }";
const CURSORS: &str = "query($name: String!) {
    form(key: \"assets\") { records(first: 1) { edges { cursor } } }
    users(search: $name, first: 1) { edges { cursor } }
    jobs(first: 1) { edges { cursor } } }";
const EXPORT: &str = "mutation { startExport(input: { formKey: \"assets\", format: CSV }) { job { id } } }";
const BEGIN: &str = "mutation($ticket: String!) {
    beginSecondFactorEnrollment(input: { ticket: $ticket }) { enrollment { secret } } }";

const CONFIRM: &str = "mutation($ticket: String!, $code: String!) {
    confirmSecondFactorEnrollment(input: { ticket: $ticket, code: $code }) { recoveryCodes } }";
const NEW_PASSKEY: &str = "mutation { beginPasskeyRegistration { options } }";
const ADD_PASSKEY: &str = "mutation($credential: JSON!) {
    finishPasskeyRegistration(input: { name: \"Laptop\", credential: $credential }) { passkey { id } } }";
const ASK_PASSKEY: &str = "mutation($ticket: String!) {
    beginPasskeyVerification(input: { ticket: $ticket }) { options } }";
const API_TOKEN: &str = "mutation {
    createApiToken(input: { name: \"Koppeling\", expiresOn: \"2026-12-31\" }) { apiToken { id } } }";
const EVENTS: &str = "query($filter: AuditFilter) {
    auditEvents(filter: $filter, first: 1) { edges { cursor node { id } } } }";

/// A chart that any register can fill.
fn per_month() -> Chart {
    Chart {
        key: "card".to_owned(),
        title: kernel::Localized::same("Zuurstofkast"),
        kind: ChartKind::Line,
        group_by: Some("$created".to_owned()),
        split_by: None,
        interval: Some(Interval::Month),
        measure: Measure::default(),
        field: None,
        open_only: false,
        tests: Vec::new(),
    }
}

/// Saves a dashboard that says of an environment what others must not know.
async fn board(ctx: &Ctx, is_shared: bool) -> String {
    let card = |form_key: &str| CardSave { form_key: form_key.to_owned(), chart: Ok(per_month()), width: 2 };
    let save = DashboardSave {
        id: None,
        version: None,
        name: "Zuurstofkast".to_owned(),
        is_shared,
        is_home: false,
        cards: vec![card("assets"), card("risks")],
    };
    dashboard::save(ctx, save).await.unwrap().id.to_string()
}

impl Belongings {
    /// Makes some of everything in an environment, as its manager.
    pub(crate) async fn make(server: &TestServer, environment: &Environment) -> Self {
        let manager = environment.client(Role::Manager).await;
        let (owner, now) = (environment.person(Role::Manager).id, server.clock.now());
        let ctx = environment.ctx_at(Role::Manager, now).await;
        let create = async |form_key: &str, values| {
            let new = NewRecord { form_key: form_key.to_owned(), values, status: None };
            record::create(&ctx, new).await.unwrap()
        };
        let asset = create("assets", waarborg_tests::asset("Zuurstofkast", owner)).await;
        let assets = [asset.clone()];
        let risk = create("risks", risk("Brand", owner, &assets)).await;
        create("incidents", incident("Lekkage", owner, &assets)).await;
        let said = comment::add(&ctx, asset.id, "Zuurstofkast gezien.").await.unwrap().comment;
        let view = async |is_shared| {
            let (form_key, name, state) = ("assets".to_owned(), "Zuurstofkast".to_owned(), "{}".to_owned());
            let save = ViewSave { id: None, form_key, name, is_shared, state };
            saved_view::save(&ctx, save).await.unwrap().id.to_string()
        };
        let (own_view, shared_view) = (view(false).await, view(true).await);
        let (own_dashboard, shared_dashboard) = (board(&ctx, false).await, board(&ctx, true).await);
        let spare = create("assets", waarborg_tests::asset("Zuurstofkast 2", owner)).await;
        let thrown_away = create("assets", waarborg_tests::asset("Zuurstofkast 3", owner)).await;
        record::take_step(&ctx, &[thrown_away.id], LifeStep::Delete).await.unwrap();

        let data = manager.data(EXPORT, json!({})).await;
        let job = text(&data["startExport"]["job"]["id"]);
        assert_eq!(manager.finished(&job).await["state"], "SUCCEEDED");
        let record = manager.data(ASSET, json!({ "id": asset.id.to_string() })).await["record"].take();
        let auditor = environment.client(Role::Auditor).await;
        let filter = json!({ "filter": { "subjectId": asset.id.to_string() } });
        let events = auditor.data(EVENTS, filter).await;
        let event = &events["auditEvents"]["edges"][0];
        // Two people of the same name come in the order of their ids, which tells nothing of anybody.
        let name = format!("Bram {}", letters(&chance()));
        environment.add_person_called(&name, Role::Viewer).await;
        let cursors = manager.data(CURSORS, json!({ "name": name })).await;
        let stranger = environment.stranger();
        let ticket = async |person: waarborg_tests::Person| stranger.ticket(&person.login).await;
        let confirm_ticket = ticket(environment.add_newcomer(Role::Viewer).await).await;
        let begun = stranger.data(BEGIN, json!({ "ticket": confirm_ticket })).await;
        let secret = text(&begun["beginSecondFactorEnrollment"]["enrollment"]["secret"]);
        let verifier = environment.add_person(Role::Viewer).await;
        let recoverer = Recoverer::make(environment, now).await;
        let api_token = manager.data(API_TOKEN, json!({})).await["createApiToken"]["apiToken"]["id"].take();
        let links = Links::make(environment).await;
        let backup = super::backup::proven(server, environment).await;
        Self {
            session: recoverer.session,
            api_token: text(&api_token),
            passkey: recoverer.passkey,
            recovery_ticket: stranger.ticket(&recoverer.login).await,
            recovery_code: recoverer.code,
            passkey_begin_ticket: stranger.ticket(&recoverer.login).await,
            passkey_ticket: recoverer.ticket,
            passkey_answer: recoverer.answer,
            asset: asset.id.to_string(),
            version: record["version"].as_i64().unwrap(),
            number: record["number"].as_i64().unwrap(),
            risk: risk.id.to_string(),
            spare: spare.id.to_string(),
            thrown_away: thrown_away.id.to_string(),
            comment: said.id.to_string(),
            own_view,
            shared_view,
            own_dashboard,
            shared_dashboard,
            comment_cursor: text(&record["comments"]["edges"][0]["cursor"]),
            user: owner.to_string(),
            form: text(&record["form"]["id"]),
            job,
            upload: manager.uploaded("middelen.xlsx", workbook(&[["Naam", "Soort"], ["Kast", "?"]])).await,
            record_cursor: text(&cursors["form"]["records"]["edges"][0]["cursor"]),
            history_cursor: text(&record["history"]["edges"][0]["cursor"]),
            reference_cursor: text(&record["referencedBy"]["edges"][0]["cursor"]),
            user_cursor: text(&cursors["users"]["edges"][0]["cursor"]),
            job_cursor: text(&cursors["jobs"]["edges"][0]["cursor"]),
            firewall_rule: firewall_rule(server, environment).await,
            backup: backup.to_string(),
            restore: super::backup::restore(server, environment, backup).await.to_string(),
            refusal_cursor: refusal_cursor(),
            mail_cursor: links.cursor,
            invitation: links.invitation,
            reset: links.reset,
            confirmation: links.confirmation,
            audit_event: text(&event["node"]["id"]),
            audit_cursor: text(&event["cursor"]),
            login: environment.add_person(Role::Viewer).await.login,
            begin_ticket: ticket(environment.add_newcomer(Role::Viewer).await).await,
            confirm_ticket,
            confirm_code: code_at(&secret, now),
            verify_code: code_at(verifier.secret.as_deref().unwrap(), now),
            verify_ticket: ticket(verifier).await,
            people: People::make(environment, &name).await,
            prefix: prefix(),
        }
    }

    /// Ids, cursors and tickets of the right form that nobody ever gave out.
    pub(crate) fn made_up() -> Self {
        let id = |kind: &str| format!("{kind}_{}", chance());
        let cursor = |list: &str| URL_SAFE_NO_PAD.encode(json!([list, chance()]).to_string());
        let secret = || URL_SAFE_NO_PAD.encode(&chance()[..32]);
        let ticket = || format!("eyJhbGciOiJIUzI1NiJ9.{}.{}", URL_SAFE_NO_PAD.encode(chance()), chance());
        Self {
            asset: id("rec"),
            version: 1,
            number: 1,
            risk: id("rec"),
            spare: id("rec"),
            thrown_away: id("rec"),
            comment: id("cmt"),
            own_view: id("viw"),
            shared_view: id("viw"),
            own_dashboard: id("dsh"),
            shared_dashboard: id("dsh"),
            comment_cursor: cursor("comments"),
            user: id("usr"),
            form: id("form"),
            job: id("job"),
            upload: id("upl"),
            record_cursor: cursor("records"),
            history_cursor: cursor("history"),
            reference_cursor: cursor("references"),
            user_cursor: cursor("users"),
            job_cursor: cursor("jobs"),
            firewall_rule: id("fwr"),
            backup: id("backup"),
            restore: id("restore"),
            refusal_cursor: cursor("firewall refusals"),
            mail_cursor: cursor("mails"),
            invitation: secret(),
            reset: secret(),
            confirmation: secret(),
            audit_event: id("evt"),
            audit_cursor: cursor("audit"),
            login: "nobody".into(),
            begin_ticket: ticket(),
            confirm_ticket: ticket(),
            confirm_code: "000000".into(),
            verify_ticket: ticket(),
            verify_code: "000000".into(),
            people: People::made_up(),
            session: id("ses"),
            api_token: id("tok"),
            passkey: id("psk"),
            recovery_ticket: ticket(),
            recovery_code: "0000-0000-0000-0000".into(),
            passkey_begin_ticket: ticket(),
            passkey_ticket: ticket(),
            passkey_answer: json!({}),
            prefix: "ZZZ",
        }
    }

    /// The same, with every id replaced by one that nobody ever gave out: in cursors too.
    pub(crate) fn with_random_ids(&self) -> Self {
        Self {
            version: self.version,
            number: self.number,
            login: self.login.clone(),
            prefix: self.prefix,
            people: self.people.with_random_ids(),
            confirm_code: self.confirm_code.clone(),
            verify_code: self.verify_code.clone(),
            recovery_code: self.recovery_code.clone(),
            passkey_answer: self.passkey_answer.clone(),
            record_cursor: other_ids(&self.record_cursor),
            history_cursor: other_ids(&self.history_cursor),
            comment_cursor: other_ids(&self.comment_cursor),
            reference_cursor: other_ids(&self.reference_cursor),
            user_cursor: other_ids(&self.user_cursor),
            job_cursor: other_ids(&self.job_cursor),
            refusal_cursor: other_ids(&self.refusal_cursor),
            mail_cursor: other_ids(&self.mail_cursor),
            audit_cursor: self.audit_cursor.clone(),
            ..Self::made_up()
        }
    }
}

/// Somebody with recovery codes and a passkey.
struct Recoverer {
    login: String,
    session: String,
    code: String,
    passkey: String,
    ticket: String,
    answer: Value,
}

impl Recoverer {
    async fn make(environment: &Environment, now: kernel::Instant) -> Self {
        let (person, stranger) = (environment.add_newcomer(Role::Viewer).await, environment.stranger());
        let ticket = stranger.ticket(&person.login).await;
        let begun = stranger.data(BEGIN, json!({ "ticket": ticket })).await;
        let secret = text(&begun["beginSecondFactorEnrollment"]["enrollment"]["secret"]);
        let confirmed =
            stranger.run(CONFIRM, json!({ "ticket": ticket, "code": code_at(&secret, now) })).await;
        let client = stranger.with_token(&confirmed.token().unwrap());
        let session = text(&client.data("{ sessions { id } }", json!({})).await["sessions"][0]["id"]);

        let mut authenticator = Authenticator::new(&format!("http://{}", environment.host));
        let asked = client.data(NEW_PASSKEY, json!({})).await["beginPasskeyRegistration"]["options"].take();
        let added = client.data(ADD_PASSKEY, json!({ "credential": authenticator.create(&asked) })).await;
        let ticket = stranger.ticket(&person.login).await;
        let asked = stranger.data(ASK_PASSKEY, json!({ "ticket": ticket })).await;
        Self {
            login: person.login,
            session,
            code: text(&confirmed.json()["data"]["confirmSecondFactorEnrollment"]["recoveryCodes"][0]),
            passkey: text(&added["finishPasskeyRegistration"]["passkey"]["id"]),
            ticket,
            answer: authenticator.get(&asked["beginPasskeyVerification"]["options"]),
        }
    }
}

/// A rule about programs from a network that is nobody's.
async fn firewall_rule(server: &TestServer, environment: &Environment) -> String {
    let (ctx, gates) = (environment.ctx(Actor::System).await, server.app.tenancy.firewall());
    let before = firewall::get(&ctx, gates).await.unwrap();
    let limits = before.limits;
    let number = |limit: u32| i32::try_from(limit).unwrap();
    let rule = NewRule {
        id: None,
        channel: Channel::Api,
        action: RuleAction::Deny,
        network: "192.0.2.0/24".to_owned(),
        note: "Zuurstofkast".to_owned(),
        ends_on: None,
    };
    let limits = NewLimits {
        per_address_per_minute: number(limits.per_address_per_minute),
        per_account_per_minute: number(limits.per_account_per_minute),
        per_token_per_minute: number(limits.per_token_per_minute),
        concurrent_requests: number(limits.concurrent_requests),
        on_trip: limits.on_trip,
        block_minutes: number(limits.block_minutes),
    };
    let proposal = Proposal { rules: vec![rule], limits };
    let change = FirewallChange { version: before.version, proposal, ask_confirmation: false };
    firewall::save(&ctx, gates, change).await.unwrap().rules[0].id.to_string()
}

/// Behind the refusals of an address in some hour.
fn refusal_cursor() -> String {
    let key =
        json!(["firewall refusals", ["2026-01-05T08:00:00Z", "192.0.2.1", "browser", "denied_by_rule"]]);
    URL_SAFE_NO_PAD.encode(key.to_string())
}

pub(super) fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no text: {value}")).to_owned()
}

/// 32 hexadecimal digits by chance.
pub(crate) fn chance() -> String {
    let mut bytes = [0; 16];
    SystemRandom.fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid().simple().to_string()
}

/// The same without a digit, so that nobody takes it for an id.
fn letters(digits: &str) -> String {
    digits
        .chars()
        .map(|digit| char::from(b'g' + u8::try_from(digit.to_digit(16).unwrap()).unwrap()))
        .collect()
}

/// The prefix of a register that no other has: three letters.
fn prefix() -> &'static str {
    use std::sync::atomic::{AtomicUsize, Ordering};
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    let letters: String = [next / 676, next / 26, next]
        .map(|n| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]))
        .iter()
        .collect();
    letters.leak()
}

/// The cursor with other ids in it, bare or with hyphens.
pub(super) fn other_ids(cursor: &str) -> String {
    let json = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).unwrap()).unwrap();
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut rest = json.as_str();
    let mut other = String::new();
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|c| !is_part(c)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        other.push_str(&rest[..start]);
        match word.parse::<uuid::Uuid>() {
            Ok(_) if word.contains('-') => {
                other.push_str(&chance().parse::<uuid::Uuid>().unwrap().to_string());
            }
            Ok(_) => other.push_str(&chance()),
            Err(_) => other.push_str(word),
        }
        rest = &rest[end..];
    }
    URL_SAFE_NO_PAD.encode(other + rest)
}
