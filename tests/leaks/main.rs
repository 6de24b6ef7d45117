//! The leak scan against texts that give a secret away and plans that do not.

mod always;
mod blind;
mod counted;
mod disguises;
mod kinds;
mod listed;
mod names;
