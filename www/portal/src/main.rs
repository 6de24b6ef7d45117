//! The reference portal: what a council's own portal does around the elements, in small.
//!
//! Read it in this order:
//!
//! | file | what a portal needs |
//! | --- | --- |
//! | `addresses.rs` | which address does what |
//! | `headers.rs` | the content security policy that the element lives under |
//! | `sign_in.rs` | a stand-in for the council's own sign-in |
//! | `account.rs` | signing out everywhere, with the keys of the drafts withdrawn |
//! | `plans.rs` | the list, the page with the element, the data it is given |
//! | `meetings.rs` | a plan's meetings, each with its element and the version that stood before it |
//! | `submit.rs` | what the element sends: a version compared, a record checked again, a receipt |
//! | `check.rs` | the check, with the same crate that the form runs |
//! | `together.rs` | what two pages changed at once, without undoing each other |
//! | `difference.rs` | what is shown where one would undo the other |
//! | `requests.rs` | asking an agency for its report: a link with one purpose and a last day |
//! | `report.rs` | what opens behind that link, without a sign-in, and what comes back |
//! | `approvals.rs` | who prepared a family's copy and who approved it: the session, not the page |
//! | `choices.rs` | who decided what one reader is told: in their own name |
//! | `wrote.rs` | who brought each sentence of a copy: nobody approves their own |
//! | `copies.rs` | handing an approved copy to its one reader: a link that can be ended |
//! | `reader.rs` | what opens behind that link, without a sign-in, and what the reader says of it |
//! | `comments.rs` | what readers said, for whoever leads the plan |
//! | `feedback.rs` | what people thought of the meetings, kept apart and without names |
//! | `store/` | SQLite, and the steps that bring an older database up to date |
//! | `../assets/plan.js` | the page's side: a dozen lines between the element and this server |
//! | `../assets/sign_out.js` | a sign-out that every tab hears of, and no tab shows a plan after it |
//! | `../assets/meeting.js` | the same for a meeting, with links to send and reports to bring in |
//! | `../assets/report.js` | the same for somebody who has nothing but the link |
//! | `../assets/own_report.js` | the same for somebody who was sent a file: nothing of it comes to the portal |
//! | `../assets/reader.js` | the same for a reader of the family, who is given a copy and nothing else |
//!
//! It listens on this machine only, over plain HTTP, with a sign-in that trusts everybody: an
//! example to read and to try, not a portal to put on a network.
#![forbid(unsafe_code)]

mod account;
mod addresses;
mod approvals;
mod arguments;
mod assets;
mod chance;
mod check;
mod choices;
mod comments;
mod copies;
mod copies_page;
mod difference;
mod feedback;
mod findings;
mod headers;
mod meeting_pages;
mod meetings;
mod package;
mod pages;
mod plans;
mod portal;
mod protocol;
mod reader;
mod reader_page;
mod refusal;
mod report;
mod report_page;
mod requests;
mod said;
mod seed;
mod sign_in;
mod store;
mod submit;
mod together;
mod wrote;

use arguments::{Arguments, USAGE};
use portal::Portal;
use std::process::ExitCode;
use std::sync::Arc;
use tokio::net::TcpListener;

fn main() -> ExitCode {
    let ended = Arguments::read(std::env::args().skip(1))
        .map_err(|sentence| format!("{sentence}\n\n{USAGE}"))
        .and_then(|arguments| run(&arguments));
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Everything that waits for the database or for a check does so on tokio's own threads for
/// blocking work, so one thread is enough for the rest.
fn run(arguments: &Arguments) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    runtime.map_err(|error| error.to_string())?.block_on(serve(arguments))
}

async fn serve(arguments: &Arguments) -> Result<(), String> {
    let listener = TcpListener::bind(("127.0.0.1", arguments.port)).await;
    let listener = listener.map_err(|error| format!("Port {} cannot be used: {error}", arguments.port))?;
    let port = listener.local_addr().map_err(|error| error.to_string())?.port();
    let portal = Portal::open(arguments, port)?;
    println!("Team Around portal: http://127.0.0.1:{port}");
    axum::serve(listener, addresses::router(Arc::new(portal))).await.map_err(|error| error.to_string())
}
