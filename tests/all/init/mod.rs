//! New projects: the small one to begin with, the demonstration with its past, and the tutorial that walks through both.

mod demonstration;
mod first_project;
mod in_the_way;
mod tutorial;
