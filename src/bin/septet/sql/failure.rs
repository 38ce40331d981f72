//! Whose fault it is that a query has no answer: the query's, a text's, or a file's.

use datafusion::error::DataFusionError;
use septet::EncodingError;
use septet::sql::OptionError;

use crate::outcome::Failure;

impl From<DataFusionError> for Failure {
    fn from(error: DataFusionError) -> Self {
        let root = error.find_root();
        let message = match root {
            DataFusionError::SQL(error, _) => error.to_string(),
            DataFusionError::External(error) => {
                if let Some(error) = error.downcast_ref::<EncodingError>() {
                    return Failure::from(*error);
                }
                if error.downcast_ref::<OptionError>().is_none() {
                    return Failure::Input(error.to_string());
                }
                error.to_string()
            }
            DataFusionError::Plan(_)
            | DataFusionError::SchemaError(_, _)
            | DataFusionError::NotImplemented(_)
            | DataFusionError::Configuration(_) => root.message().into_owned(),
            other => return Failure::Input(other.message().into_owned()),
        };
        Failure::Query(message)
    }
}
