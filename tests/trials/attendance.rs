//! Trials of the rules on who is asked to a meeting, and who comes.
