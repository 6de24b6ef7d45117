//! Reading rows: each has an id that no other row of the record has.

use super::limits;
use super::problem::{Loss, ProblemKind};
use super::read::{FORMER_ID, Reader};
use crate::record::{Place, RowId, Rows, Section};
use serde_json::Value;
use std::collections::HashSet;

/// Where an empty row carries what stood in its list and was not a row.
const UNREAD: &str = "unread";

/// A value as text, whatever the order of its members.
fn in_order(value: &Value) -> String {
    let mut value = value.clone();
    value.sort_all_objects();
    value.to_string()
}

impl<'a> Reader<'a> {
    /// Fills a list; whether it could be read.
    ///
    /// Rows past the limit are not read, because a file within its size could hold half a million of
    /// them and each would stand in the page. The problem says that they are missing.
    pub(super) fn rows(&mut self, rows: &mut dyn Rows, value: &'a Value) -> bool {
        let list = match value {
            Value::Array(list) => list,
            Value::Null => return true,
            _ => return self.wrong_kind("rows"),
        };
        self.more_rows(rows, list, &[]);
        true
    }

    /// Puts rows at the end of a list, but for those that were read before.
    pub(super) fn more_rows(&mut self, rows: &mut dyn Rows, list: &'a [Value], read: &[Value]) {
        let room = limits::LIST.saturating_sub(rows.len());
        let outer = (self.place.clone(), self.field.take());
        // By their texts: each held against each, a file of two long lists would take minutes.
        let read: HashSet<String> = read.iter().take(limits::LIST).map(in_order).collect();
        let first = list.iter().take(limits::LIST).enumerate();
        let new: Vec<_> =
            first.filter(|(_, value)| read.is_empty() || !read.contains(&in_order(value))).collect();
        for (index, value) in new.iter().take(room) {
            self.within(&index.to_string(), |reader| reader.row(rows, value));
            self.place.clone_from(&outer.0);
        }
        (self.place, self.field) = outer;
        if list.len() > limits::LIST || new.len() > room {
            self.report(ProblemKind::TooMany { limit: limits::LIST }, Loss::Part);
        }
    }

    fn row(&mut self, rows: &mut dyn Rows, value: &'a Value) {
        let index = rows.len();
        let given = value.get("id").filter(|id| !id.is_null());
        let (id, unfit) = self.row_id(given, value.is_object());
        self.place =
            self.place.as_ref().map(|_| Place { home: rows.shape().home, row: Some(id.clone()), key: None });
        rows.insert(index, id);
        let Some(row) = rows.row_mut(index) else { return };
        let former = unfit.and_then(|what| self.former_id(given, value, what));
        self.fill(row, value);
        row.carried_mut().extend(former.map(|id| (FORMER_ID.to_owned(), id)));
    }

    /// The row's own id, or a new one and why.
    fn row_id(&mut self, given: Option<&Value>, row: bool) -> (RowId, Option<ProblemKind>) {
        let read = given.and_then(Value::as_str).and_then(RowId::new);
        let unfit = match read {
            Some(id) if self.taken.insert(id.clone()) => return (id, None),
            Some(_) => Some(ProblemKind::DuplicateId),
            None if given.is_some() => Some(ProblemKind::BadId),
            None => row.then_some(ProblemKind::NoId),
        };
        (self.new_id(), unfit)
    }

    /// Reports why the row has a new id; the id that it came with, where there is room to carry it.
    fn former_id(&mut self, given: Option<&Value>, value: &Value, what: ProblemKind) -> Option<Value> {
        let Some(given) = given else {
            self.report(what, Loss::Nothing);
            return None;
        };
        let free = value.get(FORMER_ID).is_none();
        self.within("id", |reader| {
            reader.report(what, if free { Loss::Nothing } else { Loss::Part });
            free.then(|| reader.kept(given))
        })
    }

    /// Fills a row. What is not an object is carried by the empty row.
    fn fill(&mut self, row: &mut dyn Section, value: &'a Value) {
        if let Value::Object(members) = value {
            self.section(row, members, self.place.clone());
        } else {
            self.wrong_kind("row");
            row.carried_mut().push((UNREAD.to_owned(), self.kept(value)));
        }
    }

    /// An id that nothing in the document names, so that no link comes to mean another row.
    fn new_id(&mut self) -> RowId {
        let named = self.named.get_or_insert_with(|| {
            let mut named = HashSet::new();
            names(self.document, &mut named);
            named
        });
        loop {
            self.made = self.made.saturating_add(1);
            let text = format!("row-{}", self.made);
            if let Some(id) = RowId::new(&text).filter(|_| !named.contains(text.as_str())) {
                return id;
            }
        }
    }
}

/// Every text of the document that could be one of our new ids.
fn names<'a>(value: &'a Value, found: &mut HashSet<&'a str>) {
    match value {
        Value::String(text) if text.starts_with("row-") && text.len() <= RowId::LONGEST => {
            found.insert(text);
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, found)),
        Value::Object(members) => members.values().for_each(|member| names(member, found)),
        _ => {}
    }
}
