//! What happens next: its author says that it is ready, somebody else approves it, and it can be withdrawn.

use super::Looking;
use crate::form::markup::{El, Node, button, el};
use crate::reading::family::{
    NotNow, Stands, approve, may_approve, may_prepare, prepare_by, release, take_back, withdraw,
};
use crate::record::Record;
use leptos::prelude::UpdateValue;

/// Where the part stands.
pub const AT: &str = "look/next";

/// The part.
pub fn next(looking: Looking) -> El {
    let part = looking.part(AT, looking.words.label("look.next").to_owned());
    if looking.read(|inner| inner.begin.read_only) {
        return part.with(looking.body("look.not.read_only")).with(file(looking));
    }
    part.with(preparing(looking)).with(approving(looking)).with(file(looking)).with(withdrawing(looking))
}

/// "I have prepared this copy": where nobody has said so, or it has to be said again.
fn preparing(looking: Looking) -> Node {
    let may = looking.read(|inner| {
        let row = inner.row().ok_or(NotNow::NoCopy)?;
        may_prepare(row, &inner.shown, &inner.who(), inner.begin.today)
    });
    let stands = looking.stands();
    let again = matches!(stands, Some(Stands::Changed | Stands::Expired));
    match may {
        Ok(()) if again || stands == Some(Stands::NotPrepared) => {
            let label = looking.words.label("look.prepare").to_owned();
            let ready = button("govuk-button", label).on("click", move |_| looking.prepare());
            let told = if again { "look.prepare.again" } else { "look.prepare.meaning" };
            Node::All(vec![looking.body(told).into(), ready.into()])
        }
        Err(why) if stands == Some(Stands::NotPrepared) => looking.body(why.words_key()).into(),
        _ => Node::Nothing,
    }
}

/// "Approve", for somebody other than its author; for anybody else why not.
fn approving(looking: Looking) -> Node {
    let may = looking.read(|inner| {
        let row = inner.row().ok_or(NotNow::NoCopy)?;
        may_approve(row, &inner.shown, &inner.who(), inner.begin.today)
    });
    if let Err(why) = may {
        // Said already: by its state, or where its author is asked.
        let said = matches!(why, NotNow::Approved | NotNow::NotPrepared | NotNow::NoCopy);
        return (!said).then(|| looking.body(why.words_key())).into();
    }
    let last = looking.read(|inner| inner.shown.prepared.copy.expires_on);
    let last = last.map(|day| looking.words.day(day)).unwrap_or_default();
    let key = match looking.read(|inner| inner.shown.proposed) {
        Some(_) => "look.approve.last",
        None => "look.approve.last.given",
    };
    let until = el("p").class("govuk-body").text(looking.words.fill(key, &[("day", &last)]));
    let label = looking.words.label("look.approve").to_owned();
    let approve = button("govuk-button", label).on("click", move |_| looking.approve());
    Node::All(vec![looking.body("look.approve.meaning").into(), until.into(), approve.into()])
}

/// The copy as a file, once it may go.
fn file(looking: Looking) -> Node {
    let may = looking.read(|inner| release(&inner.record, &inner.begin.copy, inner.begin.today).is_ok());
    let save = || {
        let label = looking.words.label("look.file").to_owned();
        button("govuk-button govuk-button--secondary", label)
            .on("click", move |_| looking.read(|inner| (inner.begin.plan.file)()))
    };
    let parts = || Node::All(vec![looking.body("look.file.meaning").into(), save().into()]);
    if may { parts() } else { Node::Nothing }
}

/// Withdrawing an approved copy, in two steps: it stays withdrawn.
fn withdrawing(looking: Looking) -> Option<El> {
    let there = looking.read(|inner| {
        inner.row().is_some_and(|row| row.withdrawn_on.is_blank() && row.approved_on.get().is_some())
    });
    let id = format!("{AT}/withdraw");
    let open = looking.is_open(&id, false);
    let turn = move |_| looking.turn_withdrawing(!open);
    let label = looking.words.label("look.withdraw").to_owned();
    let ask = button("ta-link-button", label)
        .attr("id", id)
        .attr("aria-expanded", open.to_string())
        .on("click", turn);
    let sure = || {
        let label = looking.words.label("look.withdraw.sure").to_owned();
        button("govuk-button govuk-button--secondary", label)
            .attr("id", format!("{AT}/withdraw/sure"))
            .on("click", move |_| looking.withdraw())
    };
    let more = open
        .then(|| el("div").class("ta-look__box").with(looking.body("look.withdraw.meaning")).with(sure()));
    there.then(|| el("div").with(ask).with(more))
}

impl Looking {
    fn prepare(self) {
        let done = |looking: Self| looking.words.label("look.done.prepared").to_owned();
        self.acts(
            |record, inner| prepare_by(record, &inner.begin.copy, &inner.who(), inner.begin.today),
            done,
        );
    }

    fn approve(self) {
        let seen = self.read(|inner| inner.shown.seal.clone());
        let done = |looking: Self| {
            let last = looking.read(|inner| inner.row().map(|row| row.expires_on.clone()));
            let last = last.map(|last| looking.day(&last)).unwrap_or_default();
            looking.words.fill("look.done.approved", &[("day", &last)])
        };
        self.acts(
            |record, inner| approve(record, &inner.begin.copy, &inner.who(), inner.begin.today, &seen),
            done,
        );
    }

    pub(super) fn take_back(self) {
        let done = |looking: Self| looking.words.label("look.done.unapproved").to_owned();
        self.acts(|record, inner| take_back(record, &inner.begin.copy), done);
    }

    fn withdraw(self) {
        let done = |looking: Self| looking.words.label("look.done.withdrawn").to_owned();
        self.acts(|record, inner| withdraw(record, &inner.begin.copy, inner.begin.today), done);
    }

    /// Changes the copy's row in the plan as it stands now; where that cannot be, it is said why.
    fn acts(
        self,
        act: impl FnOnce(&mut Record, &super::Inner) -> Result<(), NotNow>,
        done: impl FnOnce(Self) -> String,
    ) {
        self.look_again();
        let mut record = self.read(|inner| inner.record.clone());
        match self.read(|inner| act(&mut record, inner)) {
            Ok(()) => {
                self.inner.update_value(|inner| inner.record = record);
                let sentence = done(self);
                self.taken(sentence, Vec::new());
            }
            Err(why) => {
                self.say(self.words.label(why.words_key()));
                self.again(Vec::new());
            }
        }
    }

    fn turn_withdrawing(self, open: bool) {
        let id = format!("{AT}/withdraw");
        self.set_open(&id, open);
        self.again(vec![if open { format!("{id}/sure") } else { id }]);
    }
}
