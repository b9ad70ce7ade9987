//! Shorthand that keeps the migrations readable.

use sea_orm_migration::{
    prelude::*,
    sea_orm::sea_query::{ForeignKeyCreateStatement, IndexCreateStatement, TableCreateStatement},
};

/// A new table.
pub(crate) fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).to_owned()
}

/// `column` of `table` holds the `id` of a row of `parent`, which cannot go before it does.
pub(crate) fn foreign_key(
    table: &'static str,
    column: &'static str,
    parent: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("fk_{table}_{column}"))
        .from(table, column)
        .to(parent, "id")
        .on_delete(ForeignKeyAction::Restrict)
        .to_owned()
}

/// Like [`foreign_key`], but the row goes together with its parent.
pub(crate) fn owned_by(
    table: &'static str,
    column: &'static str,
    parent: &'static str,
) -> ForeignKeyCreateStatement {
    foreign_key(table, column, parent).on_delete(ForeignKeyAction::Cascade).to_owned()
}

/// A primary key of several columns.
pub(crate) fn primary_key(columns: &[&'static str]) -> IndexCreateStatement {
    let mut key = Index::create();
    for column in columns {
        key.col(*column);
    }
    key
}

/// An index, named after its table and columns.
pub(crate) fn index(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    primary_key(columns).name(format!("ix_{table}_{}", columns.join("_"))).table(table).to_owned()
}

/// A unique index, named after its table and columns.
pub(crate) fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    primary_key(columns).name(format!("uq_{table}_{}", columns.join("_"))).table(table).unique().to_owned()
}
