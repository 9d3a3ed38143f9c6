//! One fuzz target: the reader of its own name.
#![no_main]

mod readers;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| readers::read(env!("CARGO_BIN_NAME"), bytes));
