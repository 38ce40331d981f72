//! The functions of SQL, for [Apache DataFusion](datafusion): what each text of a column costs, and why.
//!
//! | function | answer |
//! |---|---|
//! | `sms_segments(text [, options])` | segments, a `BIGINT` of 1 or more |
//! | `sms_units(text [, options])` | code units: septets or 16-bit units, a `BIGINT` |
//! | `sms_encoding(text [, options])` | `GSM-7` or `UCS-2` |
//! | `sms_split(text [, options])` | the text of each segment, a list |
//! | `sms_offenders(text [, options])` | the different characters that force UCS-2, a list |
//! | `sms_smart_encode(text, level [, options])` | the same words in characters that cost less |
//! | `sms_keyword(text [, options])` | `opt-out`, `opt-in`, `help`, or null for any other text |
//! | `sms_analyze(text [, options])` | all of it in a struct: `encoding`, `segments`, `units`, `units_per_segment`, `units_remaining`, `locking_shift`, `single_shift`, `offenders`, `warnings` |
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use datafusion::prelude::SessionContext;
//!
//! let context = SessionContext::new();
//! septet::sql::register(&context)?;
//! let query = "select sms_segments(text) as segments, count(*) as texts
//!     from (values ('Hello'), ('Hello 👋'), (repeat(']', 153))) as messages (text) group by 1 order by 1";
//! let batches = context.sql(query).await?.collect().await?;
//! datafusion::assert_batches_eq!([
//!     "+----------+-------+",
//!     "| segments | texts |",
//!     "+----------+-------+",
//!     "| 1        | 2     |",
//!     "| 3        | 1     |",
//!     "+----------+-------+",
//! ], &batches);
//! # Ok::<(), datafusion::error::DataFusionError>(())
//! # }).unwrap();
//! ```
//!
//! # Options
//!
//! One constant string of `name=value`, as in `sms_segments(text, 'profile=toll-free, boundary=grapheme')`; behind the
//! text and the level it may also be named: `options => '…'`.
//!
//! | option | values |
//! |---|---|
//! | `encoding` | `auto`, `GSM-7` or `UCS-2` |
//! | `language` | national languages the text may use, such as `turkish` or `spanish+portuguese`; `auto` for all |
//! | `boundary` | what a cut keeps whole: `character` or `grapheme` |
//! | `profile` | `standard`, `toll-free`, `single`, or limits such as `136/130` |
//! | `reference` | bits of the concatenation reference: `8` or `16` |
//! | `smart` | what the text becomes before: `twilio`, `telnyx`, `typography`, `compatibility`, `transliteration`; not for `sms_smart_encode`, whose level it is |
//!
//! Those of `sms_keyword` are `provider` (`twilio`, `telnyx`, `aws`, `bird`, `other`), `sender` (`long-code`,
//! `toll-free`, `short-code`, `alphanumeric`) and `country` (two letters).
//!
//! Unknown options and arguments that are not text fail when the query is planned, before a row is read ([`OptionError`]).
//!
//! # Rows
//!
//! The functions take `Utf8`, `LargeUtf8`, `Utf8View` and dictionaries of them, of which each value in use is counted
//! once. Strings come back as `Utf8View`, so that no column of them is ever too long. Null in, null out. A text that
//! cannot be sent as demanded (`encoding=GSM-7` and an emoji) ends the query with [`EncodingError`](crate::EncodingError)
//! rather than with a sum that leaves it out. All functions are immutable: calls with constants are folded while
//! a query is planned.

mod bound;
mod error;
mod function;
mod options;
mod text_function;

pub use error::OptionError;

use alloc::vec::Vec;

use datafusion::error::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::ScalarUDF;
use datafusion::prelude::SessionContext;

use function::Function;
use text_function::TextFunction;

/// Every function, for a registry of your own.
///
/// ```
/// let names: Vec<String> = septet::sql::functions().iter().map(|function| function.name().to_owned()).collect();
/// assert_eq!(names.len(), 8);
/// assert!(names.contains(&"sms_segments".to_owned()));
/// ```
#[must_use]
pub fn functions() -> Vec<ScalarUDF> {
    let function = |function: &Function| ScalarUDF::new_from_impl(TextFunction::new(*function));
    Function::ALL.iter().map(function).collect()
}

/// Makes every function known to the queries of a session.
///
/// ```
/// use datafusion::execution::FunctionRegistry;
///
/// let context = datafusion::prelude::SessionContext::new();
/// septet::sql::register(&context)?;
/// assert!(context.udfs().contains("sms_analyze"));
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
///
/// # Errors
///
/// What the session says to functions of its registry; one as DataFusion makes it takes them all.
pub fn register(context: &SessionContext) -> Result<()> {
    let state = context.state_ref();
    let mut state = state.write();
    for function in functions() {
        state.register_udf(function.into())?;
    }
    Ok(())
}
