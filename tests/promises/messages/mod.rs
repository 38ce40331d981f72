//! Properties that hold for every input of the feature `messages`.

pub mod forms;
pub mod replies;
pub mod sending;
pub mod xml;
