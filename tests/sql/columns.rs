//! Columns of texts in every form that Arrow has for them, and queries over them.

use std::sync::Arc;

use datafusion::arrow::array::{
    ArrayRef, DictionaryArray, LargeStringArray, RecordBatch, StringArray, StringViewArray,
};
use datafusion::arrow::compute::cast;
use datafusion::arrow::datatypes::{DataType, Int8Type, Int32Type};
use datafusion::prelude::SessionContext;

use crate::texts::texts;

/// Equal rows in each form of column, with its name.
pub(crate) fn columns() -> Vec<(&'static str, ArrayRef)> {
    let texts = texts();
    let rows = || texts.iter().map(Option::as_deref);
    let dictionary = rows().collect::<DictionaryArray<Int32Type>>();
    let of_views = DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8View));
    let small = rows().collect::<DictionaryArray<Int8Type>>();
    vec![
        ("Utf8", Arc::new(rows().collect::<StringArray>())),
        ("LargeUtf8", Arc::new(rows().collect::<LargeStringArray>())),
        ("Utf8View", Arc::new(rows().collect::<StringViewArray>())),
        ("Dictionary(Int32, Utf8)", Arc::new(dictionary)),
        (
            "Dictionary(Int8, Utf8View)",
            cast(&small, &of_views).unwrap(),
        ),
    ]
}

/// A session with the functions, and a table `messages` with a column `text`.
pub(crate) fn session(text: ArrayRef) -> SessionContext {
    let context = SessionContext::new();
    septet::sql::register(&context).unwrap();
    let batch = RecordBatch::try_from_iter_with_nullable([("text", text, true)]).unwrap();
    context.register_batch("messages", batch).unwrap();
    context
}

/// The answers to a call for each row.
pub(crate) async fn call(context: &SessionContext, call: &str) -> ArrayRef {
    let query = format!("select {call} from messages");
    let batches = context.sql(&query).await.unwrap().collect().await.unwrap();
    let [batch] = batches.as_slice() else {
        panic!("{} batches", batches.len());
    };
    Arc::clone(batch.column(0))
}

/// Runs what a test awaits.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(future)
}
