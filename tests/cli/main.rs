//! The command as people run it: the built binary, its output byte by byte, its exit codes.

mod advice;
mod bulk_complaints;
mod bulk_exports;
mod bulk_faults;
mod bulk_files;
mod bulk_formats;
mod bulk_options;
mod bulk_order;
mod bulk_resume;
mod bulk_rows;
mod bulk_strings;
#[path = "../campaign/mod.rs"]
mod campaign;
mod cases;
mod check;
mod command;
mod conformance;
#[path = "../campaign/counted.rs"]
mod counted;
#[cfg(target_os = "linux")]
mod disk;
mod drawing;
mod ending;
mod input;
mod json;
mod messages;
mod octets;
mod options;
mod readme;
#[path = "../shared_cases/mod.rs"]
mod shared_cases;
mod smart;
#[cfg(feature = "sql")]
mod sql;
mod table;
mod template;
