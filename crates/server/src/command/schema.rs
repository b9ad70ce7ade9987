/// Prints the schema, as it stands in `schema.graphql`.
pub(crate) fn print() {
    print!("{}", api::sdl());
}
