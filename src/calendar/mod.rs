//! Working days and intervals.
