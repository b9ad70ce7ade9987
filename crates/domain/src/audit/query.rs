//! Which events, as a condition of the database's.

use kernel::{AccountId, Error, Instant, Result, UserId};
use sea_orm::{ColumnTrait, Condition};

use super::{action, event_row::Column};
use crate::{Ctx, text::fold, user};

/// Which events; all that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// From this moment on.
    pub from: Option<Instant>,
    /// Before this moment.
    pub until: Option<Instant>,
    /// Any of these actions.
    pub actions: Option<Vec<String>>,
    /// By this person.
    pub actor: Option<UserId>,
    /// About this thing: a global id; that of a user and of their account are one.
    pub subject: Option<String>,
    /// Literal text in the name or the sentence of the action, in the name of who did it or of the person
    /// it is about, or the id of the thing. What is sealed is not searched.
    pub search: Option<String>,
    /// Only what was refused, or only what was not.
    pub is_refusal: Option<bool>,
}

/// The most actions one filter names.
const MAX_ACTIONS: usize = 200;

impl AuditFilter {
    /// Refuses what no filter of ours would ask.
    pub(super) fn check(&self) -> Result<()> {
        let is_long = |text: &Option<String>| text.as_ref().is_some_and(|text| text.len() > 400);
        if self.actions.as_ref().is_some_and(|actions| actions.len() > MAX_ACTIONS)
            || is_long(&self.search)
            || is_long(&self.subject)
        {
            return Err(Error::bad_request("filter", "asks too much"));
        }
        let holds_nul = |text: &Option<String>| text.as_ref().is_some_and(|text| text.contains('\0'));
        let of_actions = self.actions.iter().flatten().any(|action| action.contains('\0'));
        if of_actions || holds_nul(&self.search) || holds_nul(&self.subject) {
            return Err(Error::bad_request("filter", "holds a NUL character"));
        }
        Ok(())
    }

    pub(super) async fn condition(&self, ctx: &Ctx) -> Result<Condition> {
        self.check()?;
        let search = self.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let search = match search {
            Some(text) => Some(searched(ctx, text).await?),
            None => None,
        };
        Ok(Condition::all()
            .add_option(self.from.map(|from| Column::At.gte(from)))
            .add_option(self.until.map(|until| Column::At.lt(until)))
            .add_option(self.actions.as_ref().map(|actions| Column::Action.is_in(actions)))
            .add_option(self.actor.map(|actor| Column::ActorUserId.eq(actor.uuid())))
            .add_option(self.subject.as_deref().map(about))
            .add_option(self.is_refusal.map(|is_refusal| Column::IsRefusal.eq(is_refusal)))
            .add_option(search))
    }
}

/// What is about one thing.
fn about(subject: &str) -> Condition {
    let user = subject.parse::<UserId>().ok();
    let user = user.or_else(|| Some(UserId::from_uuid(subject.parse::<AccountId>().ok()?.uuid())));
    let ids = user.map_or_else(|| vec![subject.to_owned()], |user| forms_of(user).to_vec());
    let kinds = ids.iter().filter_map(|id| kernel::global_id_prefix(id));
    // The kind too: the index begins with it.
    Condition::all().add(Column::SubjectKind.is_in(kinds)).add(Column::SubjectId.is_in(&ids))
}

/// A person's two ids.
fn forms_of(user: UserId) -> [String; 2] {
    [user.to_string(), AccountId::from_uuid(user.uuid()).to_string()]
}

/// Folding happens here rather than in SQL: an environment has at most a few thousand people.
async fn searched(ctx: &Ctx, text: &str) -> Result<Condition> {
    let wanted = fold(text);
    let people: Vec<UserId> = user::all(ctx)
        .await?
        .into_iter()
        .filter(|user| [&user.display_name, &user.username].iter().any(|name| fold(name).contains(&wanted)))
        .map(|user| user.id)
        .collect();
    let ids = people.iter().copied().flat_map(forms_of).chain([text.to_owned()]);
    Ok(Condition::any()
        .add(Column::Action.is_in(action::matching(&wanted, ctx.locale())))
        .add(Column::ActorUserId.is_in(people.iter().map(|id| id.uuid())))
        .add(Column::SubjectId.is_in(ids)))
}
