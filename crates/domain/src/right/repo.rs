use std::collections::HashMap;

use kernel::{Actor, Error, GroupId, Result};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::{Given, Grantee, entity};
use crate::{Ctx, WriteTx, form::FormRight};

const ROLE: &str = "role";
const GROUP: &str = "group";

impl Given {
    /// A right out of its columns.
    pub(crate) fn read(grantee_kind: &str, grantee: &str, level: &str) -> Result<Self> {
        let corrupt = || Error::internal(format!("access_right of {grantee_kind} {grantee} is {level}"));
        let to = match grantee_kind {
            ROLE => grantee.parse().map(Grantee::Role).map_err(|()| corrupt())?,
            _ => Uuid::try_parse(grantee)
                .map(|id| Grantee::Group(GroupId::from_uuid(id)))
                .map_err(|_| corrupt())?,
        };
        let right = FormRight::ALL.into_iter().find(|right| right.as_str() == level).ok_or_else(corrupt)?;
        Ok(Self { to, right })
    }
}

impl Grantee {
    fn columns(self) -> (&'static str, String) {
        match self {
            Self::Role(role) => (ROLE, role.as_str().to_owned()),
            Self::Group(group) => (GROUP, group.uuid().simple().to_string()),
        }
    }
}

/// Rows of things of one kind that speak of the actor's role or groups, for joining.
pub(crate) fn granted_to(ctx: &Ctx, resource_kind: &str) -> Condition {
    let role = match ctx.actor() {
        Actor::User { role, .. } => role.as_str(),
        // Nobody's role.
        Actor::System | Actor::Anonymous => "",
    };
    let of = |kind: &str| Condition::all().add(entity::Column::GranteeKind.eq(kind));
    let mut grantees = Condition::any().add(of(ROLE).add(entity::Column::Grantee.eq(role)));
    if !ctx.access().groups.is_empty() {
        let groups = ctx.access().groups.iter().map(|group| Grantee::Group(*group).columns().1);
        grantees = grantees.add(of(GROUP).add(entity::Column::Grantee.is_in(groups)));
    }
    Condition::all().add(entity::Column::ResourceKind.eq(resource_kind)).add(grantees)
}

/// All rights given on several things of one kind, in one query.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    resource_kind: &str,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Given>>> {
    let rows = entity::Entity::find()
        .filter(entity::Column::ResourceKind.eq(resource_kind))
        .filter(entity::Column::ResourceId.is_in(ids.iter().copied()))
        .order_by_asc(entity::Column::GranteeKind)
        .order_by_asc(entity::Column::Grantee)
        .all(db)
        .await
        .map_err(Error::internal)?;
    let mut found: HashMap<Uuid, Vec<Given>> = HashMap::new();
    for row in rows {
        let given = Given::read(&row.grantee_kind, &row.grantee, &row.level)?;
        found.entry(row.resource_id).or_default().push(given);
    }
    Ok(found)
}

/// Replaces all rights given on one thing.
pub(crate) async fn replace(tx: &WriteTx, resource: (&str, Uuid), given: &[Given]) -> Result<()> {
    let (kind, id) = resource;
    entity::Entity::delete_many()
        .filter(entity::Column::ResourceKind.eq(kind))
        .filter(entity::Column::ResourceId.eq(id))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    if given.is_empty() {
        return Ok(());
    }
    let rows = given.iter().map(|given| {
        let (grantee_kind, grantee) = given.to.columns();
        entity::ActiveModel {
            resource_kind: Set(kind.to_owned()),
            resource_id: Set(id),
            grantee_kind: Set(grantee_kind.to_owned()),
            grantee: Set(grantee),
            level: Set(given.right.as_str().to_owned()),
        }
    });
    entity::Entity::insert_many(rows)
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

/// Takes back everything that was given to a group.
pub(crate) async fn forget_group(tx: &WriteTx, group: GroupId) -> Result<()> {
    let (kind, grantee) = Grantee::Group(group).columns();
    entity::Entity::delete_many()
        .filter(entity::Column::GranteeKind.eq(kind))
        .filter(entity::Column::Grantee.eq(grantee))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}
