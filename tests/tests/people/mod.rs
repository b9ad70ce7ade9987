//! People and what they may see, as a browser and a program meet it.

mod import;
mod outsider;
mod visibility;
