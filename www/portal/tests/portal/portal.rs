//! The program under test, started on a free port with a database of its own.

use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, fs, process};

/// The day on which the portal of the tests stands.
pub const TODAY: &str = "2026-03-16";

/// A running portal. It ends, and its files go, with the test.
pub struct Portal {
    program: Child,
    folder: PathBuf,
    pub address: String,
}

/// What the portal answered.
pub struct Answer {
    pub status: u16,
    pub headers: ureq::http::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The places of the field errors.
    pub fn places(&self) -> Vec<String> {
        let errors = self.json()["errors"].as_array().unwrap().clone();
        errors.iter().map(|error| error["place"].as_str().unwrap().to_owned()).collect()
    }

    pub fn message(&self) -> String {
        self.json()["message"].as_str().unwrap().to_owned()
    }
}

impl Portal {
    pub fn start() -> Self {
        Self::start_on(TODAY)
    }

    pub fn start_on(today: &str) -> Self {
        Self::start_over(today, |_| {})
    }

    /// Starts after something was done to the place where the database will be.
    pub fn start_over(today: &str, prepare: impl FnOnce(&Path)) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let own = format!("portal-{}-{}", process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(own);
        let package = folder.join("package");
        fs::create_dir_all(&package).unwrap();
        fs::write(package.join("team-around.js"), "export {};").unwrap();
        fs::write(package.join("team-around.js.br"), "packed").unwrap();
        fs::write(package.join("team_around_bg.wasm"), b"\0asm").unwrap();
        fs::write(folder.join("secret.js"), "not to be served").unwrap();
        prepare(&folder.join("portal.sqlite"));
        let (program, address) = run(&folder, today, &[]);
        Self { program, folder, address }
    }

    /// Ends the program, and starts it again so that sessions end after so many seconds without a request.
    pub fn restart_idle(&mut self, seconds: &str) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
        (self.program, self.address) = run(&self.folder, TODAY, &["--idle", seconds]);
    }

    /// Ends the program as a power cut would, and starts it again on the same data.
    pub fn restart(&mut self) {
        self.restart_on(TODAY);
    }

    /// The same on another day.
    pub fn restart_on(&mut self, today: &str) {
        self.program.kill().unwrap();
        self.program.wait().unwrap();
        (self.program, self.address) = run(&self.folder, today, &[]);
    }

    /// The database's file.
    pub fn data_file(&self) -> PathBuf {
        self.folder.join("portal.sqlite")
    }

    /// A GET with a header.
    pub fn get_with(&self, path: &str, header: (&str, &str)) -> Answer {
        let request = agent().get(format!("{}{path}", self.address)).header(header.0, header.1);
        answer(request.call())
    }

    pub fn get(&self, path: &str, cookie: &str) -> Answer {
        self.get_with(path, ("cookie", cookie))
    }

    /// A POST from one of the portal's own pages.
    pub fn post(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let origin = [("origin", self.address.as_str())];
        self.post_as_is(path, &[&origin, headers].concat(), body)
    }

    pub fn post_as_is(&self, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut request = agent().post(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.send(body))
    }

    /// Signs in; answers with the cookie.
    pub fn sign_in(&self, user: &str) -> String {
        let answer = self.post("/sign-in", &[], user.as_bytes());
        assert_eq!(answer.status, 204);
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    /// Sends an envelope after a version.
    pub fn send(&self, cookie: &str, after: u32, text: &str) -> Answer {
        self.send_to("/plans/CIN-1042", cookie, after, text)
    }

    /// Sends an envelope to a page.
    pub fn send_to(&self, path: &str, cookie: &str, after: u32, text: &str) -> Answer {
        let tag = format!("\"{after}\"");
        self.post(path, &[("cookie", cookie), ("if-match", &tag)], text.as_bytes())
    }

    /// What the page's script is given.
    pub fn data(&self, cookie: &str) -> Value {
        self.get("/plans/CIN-1042/data.json", cookie).json()
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn run(folder: &Path, today: &str, told: &[&str]) -> (Child, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(["--port", "0", "--today", today, "--package"])
        .arg(folder.join("package"))
        .arg("--data")
        .arg(folder.join("portal.sqlite"))
        .args(told)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("Team Around portal: ").expect(&line).to_owned();
    (program, address)
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
}

fn answer(result: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Answer {
    let response = result.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let bytes = response.into_body().read_to_vec().unwrap();
    Answer { status, headers, bytes }
}
