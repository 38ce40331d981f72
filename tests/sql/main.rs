//! The functions of SQL against the library, row by row.
#![cfg(feature = "sql")]

mod columns;
mod functions;
mod planning;
mod texts;
