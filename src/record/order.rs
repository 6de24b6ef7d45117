//! Putting things in order, with one sort for things of every type.

use std::cmp::Ordering;

/// The things in order by this comparison; those that compare equal keep their places.
///
/// A sort is made anew for each type that is sorted, and each takes a browser as long to fetch as
/// three rules. This one sorts numbers.
pub fn in_order<T: Copy>(things: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let by_index = |one: usize, other: usize| match (things.get(one), things.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    };
    order(things.len(), &by_index).into_iter().filter_map(|index| things.get(index).copied()).collect()
}

fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn equal_things_keep_their_places() {
        let by_first = in_order(&["b1", "a1", "b2", "a2"], |one, other| one[..1].cmp(&other[..1]));
        assert_eq!(by_first, ["a1", "a2", "b1", "b2"]);
        assert!(in_order::<u8>(&[], Ord::cmp).is_empty());
    }
}
