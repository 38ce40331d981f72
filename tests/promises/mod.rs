//! Properties that hold for every input of the core. Property tests give them random inputs, fuzz targets inputs guided by
//! coverage.

pub mod advice;
pub mod counting;
pub mod joining;
pub mod octets;
pub mod options;
pub mod smart;
