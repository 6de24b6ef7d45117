//! Questions that stand together, as a form of their own: browsers leave it alone. Where boxes are in no form, a
//! browser that fills in forms looks at all of them at every key; and a radio button that is taken out of a shadow
//! root stays in Chromium's memory, with the page on which it stood. Nothing is ever sent from it: there is no dialog
//! that it could close.
//!
//! Many small forms make a long page slow, to open and to add to. A page of so many boxes that a browser passes them
//! over in one form is one form.

use super::markup::{El, Node, el};
use super::meetings::lines_of;
use super::pages::{Block, Keys, Sheet};
use super::state::Form;
use crate::record::{Kind, Place, RowId, Section};
use leptos::prelude::*;

/// A form of more boxes is one that Chromium does not fill in.
const FILLED_IN: usize = 200;

/// Questions that stand together.
pub fn together(form: Form, class: &'static str) -> El {
    let stands_in_one = form.inner.with_value(|inner| inner.in_one);
    if stands_in_one { el("div").class(class) } else { alone().class(class) }
}

/// Questions that stand together wherever they stand.
pub fn alone() -> El {
    el("form").attr("method", "dialog").attr("novalidate", "")
}

/// What stands on one page, in one form where it has that many boxes; `drawn` is called once that is known.
pub fn on_page(form: Form, sheets: &[&'static Sheet], drawn: impl FnOnce() -> Node) -> El {
    let boxes: usize = sheets.iter().flat_map(|sheet| sheet.blocks).map(|block| form.boxes(block)).sum();
    let in_one = boxes > FILLED_IN;
    form.inner.update_value(|inner| inner.in_one = in_one);
    let page = if in_one { alone() } else { el("div") };
    page.with(drawn())
}

impl Form {
    /// About how many questions stand open in a part of a page.
    fn boxes(self, block: &'static Block) -> usize {
        match block {
            Block::Lines(home, keys) => self.boxes_of(home, Some(keys)),
            Block::Drawn(part) => {
                lines_of(*part).iter().map(|(home, keys)| self.boxes_of(home, Some(keys))).sum()
            }
            _ if self.all_open() => block.homes().iter().map(|home| self.boxes_of(home, None)).sum(),
            _ => 0,
        }
    }

    fn boxes_of(self, home: &'static str, keys: Option<Keys>) -> usize {
        let rows = self.rows_of(home);
        let fields = Place::home(home).shape().map_or(&[][..], |shape| shape.fields);
        let asked = fields.iter().filter(|field| {
            let is_asked =
                keys.map_or_else(|| self.journey().asks(home, field), |keys| keys.contains(&field.key));
            is_asked && !matches!(field.kind, Kind::Part(_) | Kind::Rows(_)) && self.wants(&field.words_key())
        });
        rows * asked.count()
    }

    /// How many rows of a list there are that hang on nothing but the row that the form is about; one for a section.
    fn rows_of(self, home: &'static str) -> usize {
        let hanging = self.hanging();
        let is_own = |row: &dyn Section| {
            let (key, to) = hanging.as_ref()?;
            Some(row.answer(key)?.written() == to.as_ref().map_or("", RowId::as_str))
        };
        self.record(|record| {
            let Some(rows) = record.rows(home) else { return 1 };
            (0..rows.len()).filter_map(|at| rows.row(at)).filter(|row| is_own(*row).unwrap_or(true)).count()
        })
    }
}
