//! The preview: what it serves is what would be built, it follows every change, and it answers nobody else.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::support::Site;

/// A preview that runs until it is dropped.
struct Preview {
    program: Child,
    at: SocketAddr,
    /// The state that was shown last.
    after: u64,
    said: Receiver<String>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    /// A page without what the preview adds to it.
    fn bare(&self) -> String {
        let text = self.text();
        let (before, rest) = text.split_once("<aside id=\"preview\"").expect("a bar");
        let (_, after) = rest.split_once("</aside>\n").expect("the end of the bar");
        let head = "<link rel=\"stylesheet\" href=\"/__preview/preview.css\">\
                    <script src=\"/__preview/preview.js\" defer></script>\n";
        let policy = "connect-src 'self'; ";
        for added in [head, policy] {
            assert_eq!(before.matches(added).count(), 1, "{added}");
        }
        format!("{before}{after}")
            .replacen(head, "", 1)
            .replacen(policy, "", 1)
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// What a page says of the bytes that it was made of.
    fn seen(&self) -> String {
        let text = self.text();
        let (_, rest) = text.split_once("data-seen=\"").expect("a bar");
        rest.split_once('"').expect("its end").0.to_owned()
    }
}

impl Preview {
    fn of(site: &Site, words: &[&str]) -> Preview {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tongbao"))
            .args(["serve", "--port", "0", "--lang", "en"])
            .args(words)
            .current_dir(site.path("."))
            .env_clear()
            .env("HOME", "/nonexistent")
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(program.stderr.take().expect("a pipe")).lines();
        let (sender, said) = mpsc::channel();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                if sender.send(line).is_err() {
                    return;
                }
            }
        });
        let at = loop {
            let line = said.recv().expect("an address");
            if let Some((_, rest)) = line.split_once("http://") {
                break rest.trim_end_matches('/').parse().expect("an address");
            }
        };
        Preview {
            program,
            at,
            after: 1,
            said,
        }
    }

    fn ask(&self, head: &str) -> Answer {
        let mut stream = TcpStream::connect(self.at).expect("the preview is there");
        let patience = Some(Duration::from_secs(120));
        stream.set_read_timeout(patience).expect("a limit");
        let ask = format!("{head}\r\nConnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes()).expect("asked");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let end = bytes
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .expect("a head");
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        Answer {
            status: head
                .split(' ')
                .nth(1)
                .expect("a status")
                .parse()
                .expect("a number"),
            head,
            body: bytes[end + 4..].to_vec(),
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET /{path} HTTP/1.1\r\nHost: {}", self.at))
    }

    fn choose(&self, what: &str) -> Answer {
        let at = self.at;
        self.ask(&format!(
            "POST /__preview/choose?{what} HTTP/1.1\r\nHost: {at}\r\nX-Preview: 1\r\nContent-Length: 0"
        ))
    }

    /// Waits for the next state that is as wanted, as an open page does.
    fn wait(
        &mut self,
        page: &str,
        seen: &str,
        wanted: impl Fn(&serde_json::Value) -> bool,
    ) -> serde_json::Value {
        loop {
            let after = self.after;
            let news = self.get(&format!(
                "__preview/news?after={after}&page=/{page}&seen={seen}"
            ));
            let news = news.json();
            self.after = news["after"].as_u64().expect("a number");
            if wanted(&news) {
                return news;
            }
        }
    }

    fn line(&self, wanted: &str) -> String {
        loop {
            let line = self
                .said
                .recv_timeout(Duration::from_secs(120))
                .expect("another line");
            if line.contains(wanted) {
                return line;
            }
        }
    }
}

/// Two tasks, one of them for the office alone.
fn small() -> Site {
    let site = Site::empty();
    site.write(
        "content/site.yaml",
        "title: Shili\nlanguage: en\nas_of: 2026-06-30\ndefault_visibility: public\n\
         audiences: {open: [public]}\n",
    );
    site.write(
        "content/units/units.yaml",
        "- {id: works, name: Works Bureau}\n",
    );
    site.write(
        "content/tasks/drains.yaml",
        &task("Mend the drains", "public"),
    );
    site.write(
        "content/tasks/plan.yaml",
        &task("Draw the plan", "internal"),
    );
    site
}

fn task(title: &str, visibility: &str) -> String {
    format!(
        "title: {title}\nlead: works\nstart: 2026-01-01\ndue: 2026-12-31\n\
         visibility: {visibility}\nprogress:\n  - {{date: 2026-06-20, percent: 30}}\n"
    )
}

/// As editors write: beside, and then in the place of the old file.
fn replace(site: &Site, path: &str, text: &str) {
    site.write("content/.new", text);
    std::fs::rename(site.path("content/.new"), site.path(path)).expect("a file to replace");
}

/// The files of a site that is built with these words.
fn built(site: &Site, words: &[&str]) -> Vec<(String, Vec<u8>)> {
    let mut all = vec!["build", "--out", "built"];
    all.extend(words);
    let run = site.run(&all);
    assert_eq!(run.code, 0, "{}", run.err);
    let mut files = site.files("built");
    files.retain(|(path, _)| !path.starts_with(".tongbao"));
    files
}

fn same_as_built(preview: &Preview, files: &[(String, Vec<u8>)]) {
    for (path, bytes) in files {
        let answer = preview.get(path);
        if path.ends_with(".html") {
            let wanted = String::from_utf8(bytes.clone()).expect("UTF-8");
            assert!(answer.bare() == wanted, "{path}");
        } else {
            assert_eq!(answer.status, 200, "{path}");
            assert!(answer.body == *bytes, "{path}");
        }
    }
}

#[test]
fn every_file_is_what_would_be_built() {
    let site = Site::copy_of("content");
    let files = built(&site, &[]);
    assert!(files.len() > 300, "{}", files.len());
    let preview = Preview::of(&site, &[]);
    same_as_built(&preview, &files);
    assert_eq!(preview.get("").bare(), preview.get("index.html").bare());
    let missing = preview.get("tasks/nowhere.html");
    assert_eq!(missing.status, 404);
    assert!(missing.text().contains("href=\"../theme/site.css\""));
}

#[test]
fn a_change_is_shown_and_comes_to_what_would_be_built() {
    let site = small();
    let mut preview = Preview::of(&site, &[]);
    let page = "tasks/drains.html";
    let first = preview.get(page);
    assert!(first.text().contains("Mend the drains"));
    replace(
        &site,
        "content/tasks/drains.yaml",
        &task("Renew the drains", "public"),
    );
    let news = preview.wait(page, &first.seen(), |news| news["reload"] == true);
    assert_eq!(news["open"], false);
    let second = preview.get(page);
    assert!(second.text().contains("Renew the drains"));
    assert_eq!(second.text().matches("Mend the drains").count(), 0);
    same_as_built(&preview, &built(&site, &[]));
    preview.line("Updated in");
    // Written in place, in two pieces for all that anybody knows.
    site.write(
        "content/tasks/drains.yaml",
        &task("Flush the drains", "public"),
    );
    preview.wait(page, &second.seen(), |news| {
        news["reload"] == true && news["open"] == false
    });
    assert!(preview.get(page).text().contains("Flush the drains"));
}

#[test]
fn files_come_and_go() {
    let site = small();
    let mut preview = Preview::of(&site, &[]);
    let new = "tasks/lamps.html";
    assert_eq!(preview.get(new).status, 404);
    let seen = preview.get(new).seen();
    replace(
        &site,
        "content/tasks/lamps.yaml",
        &task("Light the lamps", "public"),
    );
    preview.wait(new, &seen, |news| news["reload"] == true);
    assert_eq!(preview.get(new).status, 200);
    // A folder at once, with a record that is renamed.
    let seen = preview.get(new).seen();
    std::fs::create_dir_all(site.path("content/tasks/more/deep")).expect("a folder");
    let from = site.path("content/tasks/lamps.yaml");
    std::fs::rename(from, site.path("content/tasks/more/deep/lights.yaml")).expect("renamed");
    preview.wait(new, &seen, |news| {
        news["reload"] == true && news["open"] == false
    });
    assert_eq!(preview.get(new).status, 404);
    let page = "tasks/lights.html";
    while preview.get(page).status != 200 {
        preview.wait(page, "", |_| true);
    }
    same_as_built(&preview, &built(&site, &[]));
    let seen = preview.get(page).seen();
    std::fs::remove_dir_all(site.path("content/tasks/more")).expect("removed");
    preview.wait(page, &seen, |news| {
        news["reload"] == true && news["open"] == false
    });
    assert_eq!(preview.get(page).status, 404);
    same_as_built(&preview, &built(&site, &[]));
}

#[test]
fn what_is_wrong_is_laid_over_the_last_good_page() {
    let site = small();
    let mut preview = Preview::of(&site, &[]);
    let page = "tasks/drains.html";
    let good = preview.get(page);
    let bad = task("Renew the drains", "public").replace("2026-12-31", "2026-13-45");
    replace(&site, "content/tasks/drains.yaml", &bad);
    let news = preview.wait(page, &good.seen(), |news| news["open"] == true);
    assert_eq!(news["reload"], false);
    let check = site.run(&["check", "--lang", "en"]);
    assert_eq!(check.code, 1);
    let panel = news["panel"].as_str().expect("HTML");
    for part in ["content/tasks/drains.yaml:4:", "2026-13-45"] {
        assert!(
            check.err.contains(part) && panel.contains(part),
            "{part}\n{panel}"
        );
    }
    preview.line("content/tasks/drains.yaml:4:");
    let kept = preview.get(page);
    assert_eq!(kept.bare(), good.bare());
    assert!(
        kept.text().contains("2026-13-45"),
        "the overlay of a page that is opened now"
    );
    replace(
        &site,
        "content/tasks/drains.yaml",
        &task("Mend the drains", "public"),
    );
    let news = preview.wait(page, &good.seen(), |news| news["open"] == false);
    assert_eq!(news["reload"], false, "the page is what it was");
    assert!(!news["panel"].as_str().expect("HTML").contains("2026-13-45"));
    assert_eq!(preview.get(page).bare(), good.bare());
}

#[test]
fn a_broken_template_keeps_the_last_good_page_too() {
    let site = small();
    let mut preview = Preview::of(&site, &[]);
    let page = "about.html";
    let good = preview.get(page);
    let template = "themes/default/templates/about.html";
    // It cannot be read as a template.
    site.write(template, "{% block main %}");
    let news = preview.wait(page, &good.seen(), |news| news["open"] == true);
    assert_eq!(news["reload"], false);
    assert!(news["panel"].as_str().expect("HTML").contains(template));
    assert_eq!(preview.get(page).bare(), good.bare());
    // It can, and asks for what is not there: that is seen when the page is made.
    site.write(template, "{{ nothing.of.this }}");
    let news = preview.wait(page, &good.seen(), |news| {
        news["panel"].as_str().expect("HTML").contains("nothing")
    });
    assert_eq!(
        (&news["reload"], &news["open"]),
        (&false.into(), &true.into())
    );
    assert_eq!(preview.get(page).status, 500);
    std::fs::remove_file(site.path(template)).expect("removed");
    preview.wait(page, &good.seen(), |news| news["open"] == false);
    assert_eq!(preview.get(page).bare(), good.bare());
}

#[test]
fn a_site_that_is_wrong_from_the_start_is_shown_as_soon_as_it_is_mended() {
    let site = small();
    let right = site.read("content/tasks/drains.yaml");
    site.write("content/tasks/drains.yaml", "title: [\n");
    let mut preview = Preview::of(&site, &[]);
    let none = preview.get("index.html");
    assert_eq!(none.status, 503);
    assert!(none.text().contains("content/tasks/drains.yaml:"));
    replace(&site, "content/tasks/drains.yaml", &right);
    preview.wait("index.html", "", |news| news["reload"] == true);
    same_as_built(&preview, &built(&site, &[]));
}

#[test]
fn other_readers_and_another_day_are_chosen_in_the_bar() {
    let site = small();
    let mut preview = Preview::of(&site, &[]);
    let (open, inner) = ("tasks/drains.html", "tasks/plan.html");
    assert_eq!(preview.get(inner).status, 200);
    let seen = preview.get(open).seen();
    assert_eq!(preview.choose("as_of=2026-03-31&audience=open").status, 200);
    let news = preview.wait(open, &seen, |news| news["reload"] == true);
    assert_eq!(
        (&news["as_of"], &news["audience"]),
        (&"2026-03-31".into(), &"open".into())
    );
    assert_eq!(preview.get(inner).status, 404);
    let facts = preview.get("data/facts.json").text();
    assert!(facts.contains("\"drains\"") && !facts.contains("\"plan\""));
    let files = built(&site, &["--as-of", "2026-03-31", "--audience", "open"]);
    same_as_built(&preview, &files);
    // Without a day and a name: the site's own, as at first.
    assert_eq!(preview.choose("as_of=&audience=").status, 200);
    let seen = preview.get(open).seen();
    preview.wait(open, &seen, |news| news["audience"] == "");
    assert_eq!(preview.get(inner).status, 200);
    for bad in ["as_of=2026-02-30", "as_of=x", "audience=nobody"] {
        let refused = preview.choose(bad);
        assert_eq!(refused.status, 400, "{bad}");
        assert!(!refused.body.is_empty());
    }
    assert_eq!(preview.get(inner).status, 200);
}

#[test]
fn nobody_else_is_answered() {
    let site = small();
    let preview = Preview::of(&site, &[]);
    assert!(preview.at.ip().is_loopback());
    for host in ["evil.example", "evil.example:80", "127.0.0.1.evil.example"] {
        let refused = preview.ask(&format!("GET / HTTP/1.1\r\nHost: {host}"));
        assert_eq!(refused.status, 421, "{host}");
        let said = refused.text();
        let own = format!("http://{}/", preview.at);
        assert!(said.contains(&own) && said.contains("--host"), "{said}");
        assert!(!said.contains("evil"), "{said}");
    }
    let port = preview.at.port();
    let own = preview.ask(&format!("GET / HTTP/1.1\r\nHost: localhost:{port}"));
    assert_eq!(own.status, 200);
    for header in [
        "cross-origin-resource-policy: same-origin",
        "cache-control: no-store",
    ] {
        assert!(own.head.to_ascii_lowercase().contains(header), "{header}");
    }
    let at = preview.at;
    // A form of another page can send this; it cannot set a header of its own.
    let foreign = preview.ask(&format!(
        "POST /__preview/choose?audience=open HTTP/1.1\r\nHost: {at}\r\nContent-Length: 0"
    ));
    assert_eq!(foreign.status, 403);
    assert_eq!(preview.get("tasks/plan.html").status, 200);
    for outside in [
        "content/site.yaml",
        "../Cargo.toml",
        "%2e%2e/%2e%2e/etc/passwd",
    ] {
        assert_eq!(preview.get(outside).status, 404, "{outside}");
    }
}

#[test]
fn what_is_no_port_is_told_what_is_one() {
    let site = small();
    for port in ["99999", "80a", "-1"] {
        let run = site.run(&["serve", &format!("--port={port}"), "--lang", "en"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{port}");
        assert!(
            run.err.contains(port) && run.err.contains("1 to 65535"),
            "{}",
            run.err
        );
    }
}

#[test]
fn a_port_that_is_taken_is_refused_when_it_was_asked_for() {
    let site = small();
    let other = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = other.local_addr().expect("its address").port().to_string();
    let run = site.run(&["serve", "--port", &port, "--lang", "en"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(
        run.err.contains(&format!("127.0.0.1:{port}")),
        "{}",
        run.err
    );
    let run = site.run(&[
        "serve",
        "--port",
        "0",
        "--audience",
        "nobody",
        "--lang",
        "en",
    ]);
    assert_eq!(run.code, 2, "{}", run.err);
}
