//! What a request turned out to cost, for whoever counts what is asked.

use std::sync::{Arc, atomic::Ordering};

use async_graphql::{
    ServerError, ValidationResult,
    extensions::{Extension, ExtensionContext, ExtensionFactory, NextValidation},
};

use crate::scope::Scope;

/// Notes the complexity of the operation in the request's [`Scope`].
pub(crate) struct Cost;

impl ExtensionFactory for Cost {
    fn create(&self) -> Arc<dyn Extension> {
        Arc::new(Self)
    }
}

#[async_graphql::async_trait::async_trait]
impl Extension for Cost {
    async fn validation(
        &self,
        cx: &ExtensionContext<'_>,
        next: NextValidation<'_>,
    ) -> Result<ValidationResult, Vec<ServerError>> {
        let result = next.run(cx).await?;
        if let Some(scope) = cx.data_opt::<Arc<Scope>>() {
            scope.complexity.store(result.complexity, Ordering::Relaxed);
        }
        Ok(result)
    }
}
