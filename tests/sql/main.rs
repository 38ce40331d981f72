//! The functions of SQL against the library, row by row.

mod columns;
mod functions;
mod planning;
mod texts;
