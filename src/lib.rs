//! Turns a repository of metric definitions and results into a report site in which every figure can be traced.
//!
//! The pipeline, in the order of the folders:
//!
//! 1. [`source`] reads text into the vocabulary of [`model`], and reports every mistake through [`diag`];
//! 2. [`trust`] knows keys and signatures, [`history`] reads the past from git, [`catalog`] links all records;
//! 3. [`diff`] compares two states, [`stats`] computes the figures, [`check`] tests them and reviews changes;
//! 4. [`site`] decides which pages exist and what they say, [`render`] turns them into bytes;
//! 5. [`seal`] says what a report consists of and from what it was made, and tests a report that was handed over;
//! 6. [`app`] does one use case after the other with real files, [`cli`] talks to people.

pub mod app;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod diag;
pub mod diff;
pub mod history;
pub mod language;
pub mod model;
pub mod render;
pub mod seal;
pub mod site;
pub mod source;
pub mod stats;
pub mod trust;
