//! One small way to put things in order.

/// The items in the order of their keys; those with equal keys stay as they stand. Each key is
/// worked out once.
///
/// The sorts of the standard library are meant for long lists and take kilobytes of the page for
/// every type that is sorted. Here are hundreds of items at most: each is put in its place.
pub fn in_order<T, K: Ord>(items: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted: Vec<(K, T)> = Vec::new();
    for item in items {
        let key = key(&item);
        let place = sorted.partition_point(|(other, _)| *other <= key);
        sorted.insert(place, (key, item));
    }
    sorted.into_iter().map(|(_, item)| item).collect()
}

#[cfg(test)]
mod tests {
    use super::in_order;

    #[test]
    fn items_stand_by_key_and_equal_ones_as_they_stood() {
        let words = ["hire", "aid", "org", "need", "scheme", "as"];
        assert_eq!(in_order(words, |word| word.len()), ["as", "aid", "org", "hire", "need", "scheme"]);
    }

    #[test]
    fn nothing_is_in_order() {
        assert_eq!(in_order([], |number: &i64| *number), [0i64; 0]);
    }
}
