//! Faults planted into the demonstration project: exactly the check that is meant reports each of them, at the right place.

mod codes;
mod fault;
mod planted;
mod real;
