//! Reads a customer's files and tells its stories.

use std::collections::BTreeMap;

use domain::form::FormDefinition;
use kernel::{Locale, Role};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use super::{
    DemoConsultant, DemoEnvironment, DemoGroup, DemoRecord, DemoUser, asset, draw::Draw, general, incident,
    risk, story,
};
use crate::{Pack, PackError, Problem, source::Source, yaml};

const SOURCE: Source = Source::Embedded("demo");

/// `environment.yaml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    slug: String,
    name: String,
    locale: Locale,
    users: Vec<DemoUser>,
    #[serde(default)]
    invited: Vec<DemoUser>,
    #[serde(default)]
    groups: Vec<DemoGroup>,
    #[serde(default)]
    consultants: Vec<DemoConsultant>,
    /// Who holds which post; stories name posts, not people.
    posts: BTreeMap<String, String>,
    /// What this customer calls things that stories of both customers mention.
    words: BTreeMap<String, String>,
    /// How incidents that happened before are solved.
    usual_fixes: Vec<String>,
    /// What is noted when an incident happens once more.
    usual_lessons: Vec<String>,
}

/// What every kind of story needs to become a record.
pub(super) struct Telling<'a> {
    card: &'a Card,
    /// What the story leaves open.
    pub(super) draw: &'a Draw,
}

impl Telling<'_> {
    /// Username of who holds a post; the post itself when nobody does, which a test would find.
    pub(super) fn holder(&self, post: &str) -> String {
        self.card.posts.get(post).map_or(post, String::as_str).to_owned()
    }

    /// The holder of a post as the answer to a question for a user.
    pub(super) fn user(&self, post: &str) -> Value {
        json!(format!("@{}", self.holder(post)))
    }

    /// The role of one of the customer's people.
    pub(super) fn role(&self, username: &str) -> Option<Role> {
        self.card.users.iter().find(|user| user.username == username).map(|user| user.role)
    }

    /// Username of somebody who keeps the registers.
    pub(super) fn full_user(&self) -> String {
        self.somebody(Role::is_full_user)
    }

    /// Username of somebody who reports an incident: an employee more often than each of the others.
    pub(super) fn reporter(&self) -> String {
        if self.draw.chance(40) { self.somebody(|role| role == Role::Employee) } else { self.full_user() }
    }

    /// One of those who have signed in before.
    fn somebody(&self, is_meant: impl Fn(Role) -> bool) -> String {
        let users = self.card.users.iter().filter(|user| !user.must_enroll && is_meant(user.role));
        let names: Vec<&str> = users.map(|user| user.username.as_str()).collect();
        self.draw.pick(&names).unwrap_or_default().to_owned()
    }

    /// How an incident that happened before was solved.
    pub(super) fn usual_fix(&self) -> String {
        self.one_of(&self.card.usual_fixes)
    }

    /// What is noted when an incident happens once more.
    pub(super) fn usual_lesson(&self) -> String {
        self.one_of(&self.card.usual_lessons)
    }

    fn one_of(&self, texts: &[String]) -> String {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        self.draw.pick(&texts).unwrap_or_default().to_owned()
    }
}

/// The customer in `content/demo/<slug>`.
pub(super) fn read(slug: &str, seed: u64) -> Result<DemoEnvironment, PackError> {
    let file = format!("{slug}/environment.yaml");
    let card: Card = yaml::parse(&file, &SOURCE.read(&file)?)?;
    let draw = Draw::new(seed);
    let telling = Telling { card: &card, draw: &draw };
    let mut records = Vec::new();
    for told in stories(&card, &[slug], "assets", &[])? {
        records.push(asset::tell(told, &telling));
    }
    for told in stories(&card, &["shared", slug], "risks", &["vulnerability", "acceptance"])? {
        records.push(risk::tell(told, &telling));
    }
    for told in stories(&card, &["shared", slug], "incidents", &["action", "cause", "fix", "lesson"])? {
        records.push(incident::tell(told, &telling));
    }
    let forms = Pack::builtin()?.forms;
    for form in &forms {
        for folder in ["shared", slug] {
            records.extend(general(&card, (folder, form), &telling)?);
        }
    }
    let records = general::in_order(records, &forms);
    let Card { slug, name, locale, users, invited, groups, consultants, .. } = card;
    Ok(DemoEnvironment { slug, name, locale, users, invited, groups, consultants, records })
}

/// Records of a form that are written as their answers; none when there is no such file.
fn general(
    card: &Card,
    (folder, form): (&str, &FormDefinition),
    telling: &Telling<'_>,
) -> Result<Vec<DemoRecord>, Problem> {
    let name = format!("{}.yaml", form.key);
    if !SOURCE.list(&format!("{folder}/records"))?.contains(&name) {
        return Ok(Vec::new());
    }
    let file = format!("{folder}/records/{name}");
    let text = story::fill_in(&SOURCE.read(&file)?, &card.words);
    let told: Vec<general::Told> = yaml::parse(&file, &text)?;
    told.into_iter().map(|record| record.tell((form, &file), telling)).collect()
}

fn stories<T: DeserializeOwned>(
    card: &Card,
    folders: &[&str],
    name: &str,
    once: &[&str],
) -> Result<Vec<T>, Problem> {
    let mut all = Vec::new();
    for folder in folders {
        let file = format!("{folder}/{name}.yaml");
        let text = story::fill_in(&SOURCE.read(&file)?, &card.words);
        all.extend(story::read(&file, &text, once)?);
    }
    Ok(all)
}
