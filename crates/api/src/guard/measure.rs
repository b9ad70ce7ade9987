//! What a document expands to, each fragment measured once.

use std::collections::HashMap;

use async_graphql::{
    Positioned,
    parser::types::{Directive, ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet},
};

use super::{Limits, Reason, Refusal};

/// Refuses a document that expands to more than is allowed.
pub(super) fn check(document: &ExecutableDocument, limits: &Limits) -> Result<(), Refusal> {
    Meter::new(document, limits).document().map(|_| ())
}

/// What a part of a document comes to when its fragments are expanded.
#[derive(Debug, Clone, Copy, Default)]
struct Size {
    /// Fields and fragments.
    selections: usize,
    /// Fields at the level of this part itself.
    root_fields: usize,
    aliases: usize,
    directives: usize,
    /// Fields within each other.
    depth: usize,
    /// Selection sets within each other.
    nesting: usize,
}

impl Size {
    /// Both, beside each other. Sums saturate: what fragments expand to can exceed any number.
    fn beside(self, other: Self) -> Self {
        Self {
            selections: self.selections.saturating_add(other.selections),
            root_fields: self.root_fields.saturating_add(other.root_fields),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            depth: self.depth.max(other.depth),
            nesting: self.nesting.max(other.nesting),
        }
    }
}

enum Measured {
    /// Being measured now: meeting it again means that it spreads itself.
    Begun,
    Done(Size),
}

/// Measures the definitions of one document.
pub(super) struct Meter<'a> {
    document: &'a ExecutableDocument,
    limits: &'a Limits,
    fragments: HashMap<&'a str, Measured>,
    /// Selections looked at: the work done.
    visited: usize,
}

impl<'a> Meter<'a> {
    pub(super) fn new(document: &'a ExecutableDocument, limits: &'a Limits) -> Self {
        Self { document, limits, fragments: HashMap::new(), visited: 0 }
    }

    /// Measures all of it and returns how many selections were looked at.
    pub(super) fn document(mut self) -> Result<usize, Refusal> {
        let document = self.document;
        let operations = document.operations.iter();
        at_most(Reason::TooManyOperations, operations.len(), self.limits.operations)?;
        let mut total = 0_usize;
        for (_, operation) in operations {
            let size = self.operation(&operation.node)?;
            self.refuse_excess(size)?;
            total = total.saturating_add(size.selections);
        }
        // Unused fragments too: validation reads them like the others.
        for name in document.fragments.keys() {
            let size = self.fragment(name, 0)?;
            self.refuse_excess(Size { root_fields: 0, ..size })?;
            total = total.saturating_add(size.selections);
        }
        at_most(Reason::TooManySelections, total, self.limits.document_selections)?;
        Ok(self.visited)
    }

    fn operation(&mut self, operation: &'a OperationDefinition) -> Result<Size, Refusal> {
        let mut size = self.selection_set(&operation.selection_set.node, 0)?;
        size.directives = size.directives.saturating_add(self.directives(&operation.directives)?);
        for variable in &operation.variable_definitions {
            size.directives = size.directives.saturating_add(self.directives(&variable.node.directives)?);
        }
        Ok(size)
    }

    /// The fragment of this name; nothing when there is none, which validation will say.
    fn fragment(&mut self, name: &'a str, nesting: usize) -> Result<Size, Refusal> {
        match self.fragments.get(name) {
            Some(Measured::Done(size)) => return Ok(*size),
            Some(Measured::Begun) => return Err(Refusal::cycle()),
            None => {}
        }
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(Size::default()) };
        self.fragments.insert(name, Measured::Begun);
        let mut size = self.selection_set(&fragment.node.selection_set.node, nesting)?;
        size.directives = size.directives.saturating_add(self.directives(&fragment.node.directives)?);
        self.fragments.insert(name, Measured::Done(size));
        Ok(size)
    }

    /// `nesting` selection sets are around this one on the way by which it is met first.
    fn selection_set(&mut self, set: &'a SelectionSet, nesting: usize) -> Result<Size, Refusal> {
        // Before going in: this bounds our own recursion.
        at_most(Reason::TooNested, nesting + 1, self.limits.nesting)?;
        self.refuse_repeats(set)?;
        let mut size = Size::default();
        for selection in &set.items {
            self.visited += 1;
            let inner = match &selection.node {
                Selection::Field(field) => self.field(&field.node, nesting)?,
                Selection::FragmentSpread(spread) => {
                    let name = spread.node.fragment_name.node.as_str();
                    self.fragment(name, nesting + 1)?
                }
                Selection::InlineFragment(inline) => {
                    self.selection_set(&inline.node.selection_set.node, nesting + 1)?
                }
            };
            let directives = self.directives(selection.node.directives())?;
            size = size.beside(inner).beside(Size { selections: 1, directives, ..Size::default() });
        }
        Ok(Size { nesting: size.nesting + 1, ..size })
    }

    fn field(&mut self, field: &'a Field, nesting: usize) -> Result<Size, Refusal> {
        let set = &field.selection_set.node;
        let inner =
            if set.items.is_empty() { Size::default() } else { self.selection_set(set, nesting + 1)? };
        Ok(Size {
            root_fields: 1,
            aliases: inner.aliases.saturating_add(usize::from(field.alias.is_some())),
            depth: inner.depth + 1,
            ..inner
        })
    }

    /// How many there are in one place.
    fn directives(&self, directives: &[Positioned<Directive>]) -> Result<usize, Refusal> {
        at_most(Reason::TooManyDirectives, directives.len(), self.limits.directives_in_one_place)?;
        Ok(directives.len())
    }

    /// The same field twice in one place is resolved twice.
    fn refuse_repeats(&self, set: &'a SelectionSet) -> Result<(), Refusal> {
        let mut times: HashMap<&str, usize> = HashMap::new();
        for selection in &set.items {
            if let Selection::Field(field) = &selection.node {
                let count = times.entry(field.node.response_key().node.as_str()).or_default();
                *count += 1;
                at_most(Reason::TooManyRepeats, *count, self.limits.repeats)?;
            }
        }
        Ok(())
    }

    fn refuse_excess(&self, size: Size) -> Result<(), Refusal> {
        let limits = self.limits;
        at_most(Reason::TooNested, size.nesting, limits.nesting)?;
        at_most(Reason::TooDeep, size.depth, limits.depth)?;
        at_most(Reason::TooManySelections, size.selections, limits.selections)?;
        at_most(Reason::TooManyRootFields, size.root_fields, limits.root_fields)?;
        at_most(Reason::TooManyAliases, size.aliases, limits.aliases)?;
        at_most(Reason::TooManyDirectives, size.directives, limits.directives)
    }
}

fn at_most(reason: Reason, found: usize, limit: usize) -> Result<(), Refusal> {
    if found > limit { Err(Refusal::over(reason, limit)) } else { Ok(()) }
}
