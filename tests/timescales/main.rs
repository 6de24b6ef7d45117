//! Timescales against the files of vectors, and their own laws.

mod files;
mod laws;
mod readings;

use chrono::NaiveDate;
use team_around::calendar::{Calendar, Nation};
use team_around::protocol::Protocol;
use team_around::protocol::pack::{Figure, FigureName, Pack, Reading};
use team_around::record::codes::IntervalUnit::{self, Months, Weeks, WorkingDays};
use team_around::record::{CodeSet, Row, RowId, Typed};

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn england() -> Calendar {
    Calendar::built_in(Nation::EnglandAndWales)
}

fn row<R: Row>(name: &str) -> R {
    let mut row = R::default();
    row.set_row_id(RowId::new(name).unwrap());
    row
}

/// The figures of the Hampshire protocol of 2018, this one changed.
fn figures(changed: Option<(FigureName, u32, IntervalUnit)>) -> Vec<Figure> {
    let stated = [
        (FigureName::FirstPeriod, 6, Months),
        (FigureName::Review, 6, Weeks),
        (FigureName::ReviewReduced, 3, Months),
        (FigureName::Visit, 3, Weeks),
        (FigureName::VisitReduced, 6, Weeks),
        (FigureName::Distribution, 10, WorkingDays),
        (FigureName::Notice, 10, WorkingDays),
    ];
    let figure = |(name, quantity, unit): (FigureName, u32, IntervalUnit)| {
        let (quantity, unit) = match changed {
            Some((other, quantity, unit)) if other == name => (quantity, unit),
            _ => (quantity, unit),
        };
        Figure { quantity: Typed::Given(quantity), unit: Typed::Given(unit), ..row(name.code()) }
    };
    stated.into_iter().map(figure).collect()
}

fn protocol(changed: Option<(FigureName, u32, IntervalUnit)>, readings: &[(&str, &str)]) -> Protocol {
    let reading = |(name, value): &(&str, &str)| Reading { value: (*value).into(), ..row(name) };
    let readings = readings.iter().map(reading).collect();
    Protocol::of(vec![Pack { figures: figures(changed), readings, ..Pack::default() }])
}
