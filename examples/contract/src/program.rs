//! A service as it is started from a shell.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};

use example_service::Service;

use crate::Answer;

/// A program in a process of its own, which ends when this is dropped.
pub struct Program {
    /// The process.
    pub child: Child,
    /// What it printed at its start.
    pub welcome: String,
    /// Its address, as in `http://127.0.0.1:8080`.
    pub base: String,
    /// Kept open: the program may print.
    _stdout: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it, and waits until it serves.
    ///
    /// # Panics
    /// If it does not come to that.
    #[must_use]
    pub fn start(path: &str, arguments: &[&str]) -> Self {
        let mut child = Command::new(path)
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut stdout = BufReader::new(child.stdout.take().expect("piped"));
        let mut welcome = String::new();
        while !welcome.contains("Ctrl-C") {
            let read = stdout.read_line(&mut welcome).expect("text");
            assert_ne!(read, 0, "{welcome}");
        }
        let first = welcome.lines().next();
        let base = first.and_then(|line| line.rsplit(' ').next());
        let base = base.expect("an address").to_owned();
        Program {
            child,
            welcome,
            base,
            _stdout: stdout,
        }
    }

    /// Asks it to stop, as a service manager does.
    ///
    /// # Panics
    /// If it cannot be asked.
    pub fn terminate(&self) {
        let pid = self.child.id().to_string();
        let status = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(status.expect("there is a kill").success());
    }

    /// Ends it, and gives back what it wrote to standard error.
    ///
    /// # Panics
    /// If that was no text.
    #[must_use]
    pub fn stop(mut self) -> String {
        self.child.kill().expect("it runs or has ended");
        let mut log = String::new();
        let mut stderr = self.child.stderr.take().expect("piped");
        stderr.read_to_string(&mut log).expect("text");
        log
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Starts a program and runs the requests that it prints, each in a shell. Their answers have the status
/// that their comment begins with and are as the OpenAPI document says. Returns the answers, each with
/// its request, and what the program wrote to standard error; nothing where there is no `curl`.
///
/// # Panics
/// If it is not so.
#[must_use]
pub fn requests_as_printed<S: Service>(path: &str) -> Option<(Vec<(String, Answer)>, String)> {
    let mut curl = Command::new("curl");
    if curl.arg("--version").output().is_err() {
        eprintln!("there is no curl on this machine");
        return None;
    }
    let program = Program::start(path, &["serve", "--port", "0"]);
    let mut answers = Vec::new();
    let mut lines = program.welcome.lines().map(str::trim_start);
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("# ") {
            let request = lines.next().expect("a request below its comment");
            let output = Command::new("sh").args(["-c", request]).output();
            let response = output.expect("there is a shell").stdout;
            let response = String::from_utf8(response).expect("text");
            let (_, from_path) = request.rsplit_once(&program.base).expect("an address");
            let path = from_path.split([' ', '\'', '?']).next().expect("a path");
            let answer = Answer::parse::<S>(method_of(request), path, &response);
            assert_eq!(
                answer.status.to_string(),
                comment[..3],
                "{request}\n{response}"
            );
            answers.push((request.to_owned(), answer));
        }
    }
    Some((answers, program.stop()))
}

fn method_of(request: &str) -> &str {
    match request.rsplit_once(" -X ") {
        Some((_, rest)) => rest.split(' ').next().unwrap_or_default(),
        None if request.contains(" --data-binary ") => "POST",
        None => "GET",
    }
}
