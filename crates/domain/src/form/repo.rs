use std::{collections::HashMap, sync::Arc};

use kernel::{Error, FormId, FormRevisionId, Result};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    RelationTrait,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use uuid::Uuid;

use super::{
    Form, FormDefinition, FormOrigin, entity,
    entity::{revision, sequence},
};
use crate::{
    Ctx, WriteTx,
    access::right_by_definition,
    right::{FORM, Given, effective, entity as access, granted_to},
};

/// Where a new form comes from and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub origin: FormOrigin,
    /// Key and version of the pack.
    pub pack: Option<(&'a str, &'a str)>,
    pub position: i32,
}

/// A form without its definition, with what was given on it to the actor's role and groups.
struct Listed {
    id: Uuid,
    origin: String,
    position: i32,
    revision_id: FormRevisionId,
    revision: i32,
    given: Vec<Given>,
}

/// All forms in menu order, whatever the actor may see. Definitions come out of the cache; those
/// that are not in it are read in one query.
pub(super) async fn list(ctx: &Ctx) -> Result<Vec<Form>> {
    let listed = listed(ctx).await?;
    let definitions = definitions(ctx, listed.iter().map(|form| form.revision_id).collect()).await?;
    listed
        .into_iter()
        .map(|form| {
            let definition = definitions
                .get(&form.revision_id)
                .cloned()
                .ok_or_else(|| Error::internal(format!("form {} has no revision", form.id)))?;
            let id = FormId::from_uuid(form.id);
            let right = effective(ctx.actor(), right_by_definition(ctx.actor(), &definition), &form.given);
            Ok(Form {
                id,
                origin: if form.origin == "own" { FormOrigin::Own } else { FormOrigin::Pack },
                revision_id: form.revision_id,
                revision: form.revision,
                position: form.position,
                definition,
                right: ctx.access().narrow(id, right),
                is_read_only: ctx.access().is_read_only,
            })
        })
        .collect()
}

/// Forms and rights in one query: a row for every right that was given to the actor, and one for a form
/// without.
async fn listed(ctx: &Ctx) -> Result<Vec<Listed>> {
    type Row = (Uuid, String, i32, Uuid, i32, Option<String>, Option<String>, Option<String>);
    let mut select = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Id, entity::Column::Origin, entity::Column::Position])
        .column(entity::Column::CurrentRevisionId)
        .column(revision::Column::Number)
        .column(access::Column::GranteeKind)
        .column(access::Column::Grantee)
        .column(access::Column::Level)
        .join(JoinType::InnerJoin, entity::Relation::CurrentRevision.def())
        .filter(entity::Column::ArchivedAt.is_null())
        .order_by_asc(entity::Column::Position)
        .order_by_asc(entity::Column::Key);
    let of_form =
        Expr::col((access::Entity, access::Column::ResourceId)).equals((entity::Entity, entity::Column::Id));
    let given = granted_to(ctx, FORM).add(of_form);
    QueryTrait::query(&mut select).join(JoinType::LeftJoin, access::Entity, given);
    let rows: Vec<Row> = select.into_tuple().all(ctx.read()).await.map_err(Error::internal)?;
    let mut forms: Vec<Listed> = Vec::new();
    for (id, origin, position, revision_id, revision, kind, grantee, level) in rows {
        if forms.last().is_none_or(|form| form.id != id) {
            let revision_id = FormRevisionId::from_uuid(revision_id);
            forms.push(Listed { id, origin, position, revision_id, revision, given: Vec::new() });
        }
        if let (Some(form), Some(kind), Some(grantee), Some(level)) = (forms.last_mut(), kind, grantee, level)
        {
            form.given.push(Given::read(&kind, &grantee, &level)?);
        }
    }
    Ok(forms)
}

async fn definitions(
    ctx: &Ctx,
    ids: Vec<FormRevisionId>,
) -> Result<HashMap<FormRevisionId, Arc<FormDefinition>>> {
    let mut found = HashMap::with_capacity(ids.len());
    let mut missing = Vec::new();
    for id in ids {
        match ctx.definitions().get(ctx.tenant_id(), id) {
            Some(definition) => drop(found.insert(id, definition)),
            None => missing.push(id.uuid()),
        }
    }
    if missing.is_empty() {
        return Ok(found);
    }
    let rows = revision::Entity::find()
        .filter(revision::Column::Id.is_in(missing))
        .all(ctx.read())
        .await
        .map_err(Error::internal)?;
    for row in rows {
        let definition: FormDefinition = serde_json::from_value(row.definition).map_err(Error::internal)?;
        let (id, definition) = (FormRevisionId::from_uuid(row.id), Arc::new(definition));
        ctx.definitions().put(ctx.tenant_id(), id, Arc::clone(&definition));
        found.insert(id, definition);
    }
    Ok(found)
}

/// Writes a form with its first revision.
pub(super) async fn insert(
    ctx: &Ctx,
    tx: &WriteTx,
    definition: &FormDefinition,
    source: Source<'_>,
) -> Result<FormId> {
    let (id, form, first) = rows(ctx, definition, source)?;
    entity::Entity::insert(form).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    revision::Entity::insert(first).exec_without_returning(tx.connection()).await.map_err(Error::internal)?;
    Ok(id)
}

/// The rows of a new form.
pub(super) fn rows(
    ctx: &Ctx,
    definition: &FormDefinition,
    source: Source<'_>,
) -> Result<(FormId, entity::ActiveModel, revision::ActiveModel)> {
    let id = FormId::generate(ctx.clock(), ctx.random());
    let revision_id = FormRevisionId::generate(ctx.clock(), ctx.random());
    let created_by = ctx.actor().user_id().map(kernel::TypedId::uuid);
    let form = entity::ActiveModel {
        id: Set(id.uuid()),
        key: Set(definition.key.clone()),
        origin: Set(match source.origin {
            FormOrigin::Pack => "pack".to_owned(),
            FormOrigin::Own => "own".to_owned(),
        }),
        pack_key: Set(source.pack.map(|(key, _)| key.to_owned())),
        pack_version: Set(source.pack.map(|(_, version)| version.to_owned())),
        current_revision_id: Set(revision_id.uuid()),
        base_definition: Set(match source.origin {
            FormOrigin::Pack => Some(json(definition)?),
            FormOrigin::Own => None,
        }),
        next_number: Set(1),
        created_at: Set(ctx.now()),
        created_by: Set(created_by),
        position: Set(source.position),
        archived_at: Set(None),
    };
    let first = revision::ActiveModel {
        id: Set(revision_id.uuid()),
        form_id: Set(id.uuid()),
        number: Set(1),
        definition: Set(json(definition)?),
        published_at: Set(ctx.now()),
        published_by: Set(created_by),
    };
    Ok((id, form, first))
}

/// Takes `count` numbers for new records and returns the first of them. Locks the form's row until
/// the transaction ends, so that numbers have no gaps and are given once.
pub(crate) async fn take_numbers(tx: &WriteTx, id: FormId, count: i64) -> Result<i64> {
    let update = entity::Entity::update_many()
        .col_expr(entity::Column::NextNumber, Expr::col(entity::Column::NextNumber).add(count))
        .filter(entity::Column::Id.eq(id.uuid()))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    if update.rows_affected != 1 {
        return Err(Error::NotFound);
    }
    let next: Option<i64> = entity::Entity::find_by_id(id.uuid())
        .select_only()
        .column(entity::Column::NextNumber)
        .into_tuple()
        .one(tx.connection())
        .await
        .map_err(Error::internal)?;
    next.map(|next| next - count).ok_or(Error::NotFound)
}

/// What a form has that no other form may have, or should come behind.
pub(super) struct Taken {
    pub key: String,
    pub number_prefix: String,
    pub position: i32,
}

/// What all forms have, hidden and archived ones too.
pub(super) async fn taken(tx: &WriteTx) -> Result<Vec<Taken>> {
    let rows: Vec<(String, i32, serde_json::Value)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::Key, entity::Column::Position])
        .column(revision::Column::Definition)
        .join(JoinType::InnerJoin, entity::Relation::CurrentRevision.def())
        .into_tuple()
        .all(tx.connection())
        .await
        .map_err(Error::internal)?;
    rows.into_iter()
        .map(|(key, position, definition)| {
            let definition: FormDefinition = serde_json::from_value(definition).map_err(Error::internal)?;
            Ok(Taken { key, number_prefix: definition.number_prefix, position })
        })
        .collect()
}

/// Takes `count` numbers of a field's own sequence and returns the first of them.
pub(crate) async fn take_sequence(tx: &WriteTx, (id, field): (FormId, &str), count: i64) -> Result<i64> {
    let first = sequence::ActiveModel {
        form_id: Set(id.uuid()),
        field_key: Set(field.to_owned()),
        next_number: Set(1),
    };
    let key = [sequence::Column::FormId, sequence::Column::FieldKey];
    sequence::Entity::insert(first)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(tx.connection())
        .await
        .map_err(Error::internal)?;
    let of_field = Condition::all()
        .add(sequence::Column::FormId.eq(id.uuid()))
        .add(sequence::Column::FieldKey.eq(field));
    sequence::Entity::update_many()
        .col_expr(sequence::Column::NextNumber, Expr::col(sequence::Column::NextNumber).add(count))
        .filter(of_field.clone())
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    let next: Option<i64> = sequence::Entity::find()
        .select_only()
        .column(sequence::Column::NextNumber)
        .filter(of_field)
        .into_tuple()
        .one(tx.connection())
        .await
        .map_err(Error::internal)?;
    next.map(|next| next - count).ok_or(Error::NotFound)
}

fn json(definition: &FormDefinition) -> Result<serde_json::Value> {
    serde_json::to_value(definition).map_err(Error::internal)
}
