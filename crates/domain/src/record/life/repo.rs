use kernel::{Error, Instant, RecordId, Result};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, SimpleExpr},
};
use uuid::Uuid;

use super::{
    super::entity::{self, Column, value},
    LifeStep,
};
use crate::{Ctx, WriteTx};

/// Writes a step of several records, each with its next version, in one statement.
pub(super) async fn set(ctx: &Ctx, tx: &WriteTx, ids: &[RecordId], step: LifeStep) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let (now, actor) = (ctx.now(), ctx.actor().user_id().map(kernel::TypedId::uuid));
    let nothing = Expr::value(None::<Instant>);
    let columns: Vec<(Column, SimpleExpr)> = match step {
        LifeStep::Archive => vec![(Column::ArchivedAt, Expr::value(Some(now)))],
        LifeStep::Unarchive => vec![(Column::ArchivedAt, nothing)],
        LifeStep::Delete => {
            vec![(Column::DeletedAt, Expr::value(Some(now))), (Column::DeletedBy, Expr::value(actor))]
        }
        LifeStep::Restore => {
            vec![(Column::DeletedAt, nothing), (Column::DeletedBy, Expr::value(None::<Uuid>))]
        }
    };
    let mut update = entity::Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::UpdatedBy, Expr::value(actor))
        .filter(Column::Id.is_in(uuids(ids)));
    for (column, value) in columns {
        update = update.col_expr(column, value);
    }
    update.exec(tx.connection()).await.map_err(Error::internal)?;
    Ok(())
}

/// Removes records and, with them, all that is theirs. Other records keep what they say of them in their
/// documents; their rows of the index go.
pub(super) async fn purge(tx: &WriteTx, ids: &[RecordId]) -> Result<()> {
    value::Entity::delete_many()
        .filter(value::Column::ReferenceId.is_in(uuids(ids)))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    // Index, history, comments and links to files go with their record.
    entity::Entity::delete_many()
        .filter(Column::Id.is_in(uuids(ids)))
        .exec(tx.connection())
        .await
        .map_err(Error::internal)?;
    Ok(())
}

fn uuids(ids: &[RecordId]) -> impl Iterator<Item = Uuid> + '_ {
    ids.iter().map(|id| id.uuid())
}
