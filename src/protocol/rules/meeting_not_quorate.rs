//! A meeting that too few agencies came to, without a reason for going on.
//!
//! **Asks:** where fewer agencies other than Children’s Services came than the pack’s figure, or the
//! record says that too few came, it says why the meeting went on.
//! **Why:** what a few decide binds those who were not there.
//!
//! Source: ours; the number is a pack’s, because neither document has one (domain.md 1.5.3 and 1.6).

use crate::protocol::absence::chaired;
use crate::protocol::meetings::just_held;
use crate::protocol::pack::FigureName;
use crate::protocol::{Fact, Report, Rule, Terms, Topic};
use crate::record::{Record, first_by_id};
use crate::record::attendance::Attendance;
use crate::record::codes::YesNo;
use crate::record::meeting::Meeting;
use crate::record::professionals::{Agency, AgencyKind};

/// See the module.
pub static RULE: Rule = Rule { code: "meeting-not-quorate", topic: Topic::Attendance, check };

fn check(record: &Record, terms: &Terms<'_>, report: &mut Report) {
    let quorum = terms.number(FigureName::Quorum);
    let asks = |meeting: &&Meeting| quorum.is_some() || meeting.quorate.is(YesNo::No);
    let mut meetings = just_held(record, terms).into_iter().filter(asks).peekable();
    if meetings.peek().is_none() {
        report.not_applicable();
    }
    for meeting in meetings {
        let came = came(record, meeting);
        let short = quorum.filter(|quorum| came < *quorum);
        if meeting.quorate.is(YesNo::No) {
            report.wants(&meeting.inquorate_reason, Meeting::inquorate_reason.at(meeting));
        } else if let Some(quorum) = short {
            look(record, meeting, (came, quorum), report);
        }
    }
}

fn look(record: &Record, meeting: &Meeting, (came, quorum): (u32, u32), report: &mut Report) {
    let open = first_by_id(record.attendance_at(meeting).filter(|row| row.attended.get().is_none()));
    if let Some(row) = open {
        report.unknown(Attendance::attended.at(row));
    } else if let Some(finding) =
        report.wants(&meeting.inquorate_reason, Meeting::inquorate_reason.at(meeting))
    {
        finding.saying("counted").with("count", Fact::Count(came)).with("quorum", Fact::Count(quorum));
    }
}

/// How many agencies other than Children’s Services came.
fn came(record: &Record, meeting: &Meeting) -> u32 {
    let other = |agency: &&Agency| !agency.kind.is(AgencyKind::ChildrensServices);
    let there = |agency: &&Agency| {
        chaired(record, agency, meeting) || record.attendance_of(agency, meeting).any(Attendance::came)
    };
    u32::try_from(record.agencies.iter().filter(other).filter(there).count()).unwrap_or(u32::MAX)
}
