//! What refuses every write to a database that is about to be left.
//!
//! It is in the database itself, so that a server that has not yet heard of the move is refused as well.

use kernel::{Instant, WorkId};
use sea_orm::{ConnectionTrait, DbErr, Statement};

pub(crate) async fn is_up(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    let sql = "SELECT 1 FROM fence";
    let row =
        connection.query_one_raw(Statement::from_string(connection.get_database_backend(), sql)).await?;
    Ok(row.is_some())
}

pub(crate) async fn put_up(
    connection: &impl ConnectionTrait,
    work: WorkId,
    now: Instant,
) -> Result<(), DbErr> {
    let values = [work.uuid().into(), now.into()];
    let sql = "INSERT INTO fence (work, put_up_at) VALUES ($1, $2)";
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    connection.execute_raw(statement).await.map(drop)
}

pub(crate) async fn take_down(connection: &impl ConnectionTrait) -> Result<(), DbErr> {
    connection.execute_unprepared("DELETE FROM fence").await.map(drop)
}
