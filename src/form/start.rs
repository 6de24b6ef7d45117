//! What a form begins with, and what it tells the threshold.

use crate::calendar::Calendar;
use crate::protocol::{Protocol, Scope};
use crate::record::{Record, RowId};
use crate::words::Language;
use chrono::NaiveDate;
use std::collections::HashSet;

/// The person who writes, as the host says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// The host's id.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Role, in the host's words.
    pub role: String,
    /// Agency, in the host's words.
    pub agency: String,
}

/// How the form is laid out.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Everything on one page, every row open: to read through, to print, to compare.
    pub all_open: bool,
    /// Only these questions (`action.what`) and lists (`plan/actions`); all where it is empty.
    pub only: HashSet<String>,
    /// The level of the form's first heading, 1 to 5.
    pub heading: u8,
}

/// Which meeting, or which agency's report to it; blank where the form is to find out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// The row itself: a meeting, or a report.
    pub row: Option<RowId>,
    /// The meeting that a report is for.
    pub meeting: Option<RowId>,
    /// The agency that reports.
    pub agency: Option<RowId>,
}

/// What a form begins with.
pub struct Start {
    /// The record.
    pub record: Record,
    /// The packs, composed.
    pub protocol: Protocol,
    /// The working days.
    pub calendar: Calendar,
    /// The day.
    pub today: NaiveDate,
    /// Who writes.
    pub user: User,
    /// Whether it may only be read.
    pub read_only: bool,
    /// The language.
    pub language: Language,
    /// How it is laid out.
    pub layout: Layout,
    /// Which document of the planning file it is.
    pub scope: Scope,
    /// What it is about.
    pub subject: Subject,
    /// The plan as it was before the meeting, to tell what the meeting changed.
    pub before: Option<Record>,
    /// What new rows' ids begin with; drawn by lot.
    pub ids: String,
    /// What the form tells the threshold.
    pub tell: Box<dyn Fn(Say)>,
    /// The threshold's clock: the time now as ISO text, for a rule that is set aside.
    pub clock: fn() -> String,
}

/// What the form tells the threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// An answer changed. The threshold calls [`Form::look`] when there is time.
    Changed,
    /// A question was left for the first time: what is found there may be seen. The threshold calls [`Form::look`] too.
    Left,
    /// Findings are new.
    Looked,
    /// The person wants to hand the record over to be kept, finished or not.
    Keep,
    /// The person has finished and sends the record.
    Send,
    /// The person wants a file of it.
    Export,
    /// The chair wants a request for one agency.
    Request,
    /// The person wants a file of the feedback.
    Feedback,
    /// The person wants a file of what happened when.
    Chronology,
    /// The person looks at a copy for the family, or no longer does.
    Copy,
}
