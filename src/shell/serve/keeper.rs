//! The keeper: one thread that holds the last good site, makes its pages when they are asked for, and takes up changes.

use std::collections::HashMap;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use crate::date::Date;
use crate::diagnostic::{self, Finding};
use crate::digest::Digest;
use crate::messages::Arg;
use crate::parallel;
use crate::photo::Picture;
use crate::pipeline;
use crate::render::{Held, Sheet};

use super::super::console::{Console, counted, number};
use super::super::input;
use super::super::watch::Changed;
use super::answer::{Answer, Content, HTML, JSON, TEXT, kind, made};
use super::dress::{self, Shown};
use super::reading::{Attempt, Chosen, Good, Reading, Said, Trouble};

/// What the keeper is asked.
pub(super) enum Ask {
    /// The file at an address of the site.
    File {
        address: String,
        reply: oneshot::Sender<Answer>,
    },
    /// What is to be done about a page that was printed as `seen`.
    News {
        page: String,
        seen: String,
        reply: oneshot::Sender<Answer>,
    },
    /// Another date, other readers.
    Choose {
        as_of: Option<String>,
        audience: Option<String>,
        reply: oneshot::Sender<Answer>,
    },
    Changed(Changed),
}

/// All that outlives a change.
pub(super) struct Keeper {
    reading: Reading,
    console: Console,
    inbox: Receiver<Ask>,
    board: watch::Sender<u64>,
    said: Said,
    /// When what is shown was asked for, and how long it took.
    begun: Instant,
    took: Duration,
    /// The findings that were printed last.
    printed: String,
}

/// What comes after a site.
enum After {
    Next(Box<Good>),
    /// It is not to be shown.
    Faulty,
    /// Nobody asks any more.
    End,
}

/// A site of which pages are made, and the pages that were made so far.
struct Standing<'g> {
    held: Held<'g>,
    pages: HashMap<String, Printed>,
}

/// A page with the digest of its bytes.
#[derive(Clone)]
struct Printed {
    status: u16,
    bytes: Vec<u8>,
    digest: String,
}

impl Keeper {
    /// With the number of the state that is shown, for those who wait for another.
    pub(super) fn new(
        (reading, console): (Reading, Console),
        inbox: Receiver<Ask>,
    ) -> (Keeper, watch::Receiver<u64>) {
        let (board, news) = watch::channel(0);
        let keeper = Keeper {
            reading,
            console,
            inbox,
            board,
            said: Said::default(),
            begun: Instant::now(),
            took: Duration::ZERO,
            printed: String::new(),
        };
        (keeper, news)
    }

    /// Serves one good site after the other, from the one that was read already.
    pub(super) fn keep(mut self, first: Attempt) {
        let mut next = self.note(first).map(|good| (good, false));
        let mut last = None;
        loop {
            let after = match &next {
                Some((good, is_sound)) => self.stand(good, *is_sound, &mut last),
                None => self.wait(),
            };
            next = match after {
                After::Next(good) => {
                    last = next.map(|(good, _)| good);
                    Some((*good, false))
                }
                After::Faulty => last.take().map(|good| (good, true)),
                After::End => return,
            };
        }
    }

    /// Serves a site until the next is there. What else is wrong with it is looked for while its figures are made; when
    /// that keeps it from being shown, the last one stays.
    fn stand(&mut self, good: &Good, is_sound: bool, last: &mut Option<Good>) -> After {
        let report = || pipeline::compared_report(&good.project, good.as_of, good.since);
        let found = || (!is_sound).then(|| self.reading.found(good));
        let (report, found) = parallel::both(report, found);
        if let Some(found) = found {
            (self.said.findings, self.said.counts) = found;
            if self.said.counts.errors > 0 {
                return After::Faulty;
            }
        }
        // It is large, and somebody is waiting for this one.
        let last = last.take();
        std::thread::spawn(move || drop(last));
        let theme = (&*good.theme, &*good.press);
        let held = pipeline::held(&report, theme, (&good.assets, good.drafts.clone()));
        let pages = HashMap::new();
        self.publish();
        self.answer(&mut Some(Standing { held, pages }))
    }

    /// As long as there was no good site yet.
    fn wait(&mut self) -> After {
        self.publish();
        self.answer(&mut None)
    }

    fn answer(&mut self, standing: &mut Option<Standing<'_>>) -> After {
        while let Ok(ask) = self.inbox.recv() {
            let next = match ask {
                Ask::File { address, reply } => {
                    let _ = reply.send(self.file(&address, standing.as_mut()));
                    None
                }
                Ask::News { page, seen, reply } => {
                    let _ = reply.send(self.news((&page, &seen), standing.as_mut()));
                    None
                }
                Ask::Choose {
                    as_of,
                    audience,
                    reply,
                } => {
                    self.begun = Instant::now();
                    let (answer, is_new) = self.choose(as_of.as_deref(), audience);
                    let _ = reply.send(answer);
                    let attempt = is_new.then(|| self.reading.attempt());
                    attempt.and_then(|attempt| self.take_up(attempt))
                }
                Ask::Changed(changed) => {
                    self.begun = Instant::now();
                    let attempt = self.reading.renew(&changed);
                    attempt.and_then(|attempt| self.take_up(attempt))
                }
            };
            if let Some(next) = next {
                return After::Next(Box::new(next));
            }
        }
        After::End
    }

    /// The next site; else what keeps it from being shown is told beside the last.
    fn take_up(&mut self, attempt: Attempt) -> Option<Good> {
        let good = self.note(attempt);
        if good.is_none() {
            self.publish();
        }
        good
    }

    fn note(&mut self, attempt: Attempt) -> Option<Good> {
        self.said = attempt.said;
        attempt.good
    }

    /// Everybody who waits is told, and the terminal.
    fn publish(&mut self) {
        self.took = self.begun.elapsed();
        self.board.send_modify(|state| *state += 1);
        let findings = diagnostic::json(&self.said.findings, self.console.words());
        if findings != self.printed {
            let source = &self.reading.source;
            self.console.findings(&self.said.findings, source);
            self.printed = findings;
        }
        match &self.said.trouble {
            Some(Trouble::World(refusal)) => self.console.refused(refusal),
            Some(trouble) => self
                .console
                .complain(&dress::trouble(&self.console, trouble)),
            None => {
                let time = self.took.as_millis().to_string();
                let mut values = counted(self.said.counts, self.said.records, &time);
                values.push(("ms", Arg::Text(&time)));
                let id = match self.said.counts.errors {
                    0 => "serve-updated",
                    _ => "serve-kept",
                };
                self.console.tell(id, &values);
                let known = self.reading.known().map(|count| Arg::Number(number(count)));
                let names = ["files", "of_files", "texts", "of_texts"];
                let known: Vec<_> = names.into_iter().zip(known).collect();
                self.console.detail("serve-known", &known);
            }
        }
    }

    /// Notes another date and other readers; tells whether they are others.
    fn choose(&mut self, as_of: Option<&str>, audience: Option<String>) -> (Answer, bool) {
        let words = self.console.words();
        let date = match as_of.map(Date::parse).transpose() {
            Ok(date) => date,
            Err(_) => {
                let value = Arg::Text(as_of.unwrap_or_default());
                let text = words.say("usage-bad-date", &[("value", value)]);
                return (made(400, TEXT, text), false);
            }
        };
        if let Some(name) = audience
            .as_ref()
            .filter(|name| !self.said.audiences.contains(name))
        {
            let text = words.say("usage-unknown-audience", &[("audience", Arg::Text(name))]);
            return (made(400, TEXT, text), false);
        }
        let chosen = Chosen {
            as_of: date,
            audience,
        };
        let is_new = chosen != self.reading.chosen;
        self.reading.chosen = chosen;
        (made(200, TEXT, ""), is_new)
    }

    fn file(&self, address: &str, standing: Option<&mut Standing<'_>>) -> Answer {
        let Some(standing) = standing else {
            let shown = self.shown(&[]);
            return made(503, HTML, dress::bare(&shown, address));
        };
        match standing.file(address) {
            Ok(File::Page(printed)) => {
                let shown = self.shown(&[]);
                let bytes = dress::dressed(&printed.bytes, &shown, (address, &printed.digest));
                made(printed.status, HTML, bytes)
            }
            Ok(File::Made(bytes)) => made(200, kind(address), bytes),
            Ok(File::OnDisk(path)) => Answer {
                status: 200,
                kind: kind(address),
                content: Content::OnDisk(self.reading.root().join(path)),
            },
            Ok(File::Picture(path, picture, width)) => Answer {
                status: 200,
                kind: kind(address),
                content: Content::Picture(self.reading.root().join(path), picture, width),
            },
            Err(finding) => {
                let shown = self.shown(std::slice::from_ref(&*finding));
                made(500, HTML, dress::bare(&shown, address))
            }
        }
    }

    /// Whether a page that was printed as `seen` is another by now, and what is said beside it.
    fn news(&self, (page, seen): (&str, &str), standing: Option<&mut Standing<'_>>) -> Answer {
        let now = standing.map(|standing| standing.page(page).map(|page| page.digest));
        let (digest, finding) = match now {
            Some(Ok(digest)) => (Some(digest), None),
            Some(Err(finding)) => (None, Some(finding)),
            None => (None, None),
        };
        let shown = self.shown(finding.as_deref().map_or(&[], std::slice::from_ref));
        let is_other = digest.is_some_and(|digest| digest != seen);
        made(200, JSON, dress::news(&shown, is_other))
    }

    /// What the bar of a page says, with what was found when it was made.
    fn shown(&self, findings: &[Finding]) -> Shown<'_> {
        let (found, _) = input::place(findings.to_vec(), &self.reading.source, false);
        Shown {
            console: &self.console,
            source: &self.reading.source,
            said: &self.said,
            chosen: &self.reading.chosen,
            found,
            state: *self.board.borrow(),
            took: self.took,
        }
    }
}

/// A file of the site, as a browser is given it.
enum File {
    Page(Printed),
    Made(Vec<u8>),
    /// By its path in the source.
    OnDisk(String),
    /// Of this width, made of the file at this path in the source.
    Picture(String, Picture, u32),
}

impl Standing<'_> {
    fn file(&mut self, address: &str) -> Result<File, Box<Finding>> {
        if self.pages.contains_key(address) {
            return self.page(address).map(File::Page);
        }
        match self.held.print(address)? {
            Some(Sheet::Made(bytes)) => Ok(File::Made(bytes.into_owned())),
            Some(Sheet::Asset(asset)) => Ok(File::OnDisk(asset.path.clone())),
            Some(Sheet::Picture(asset, picture, width)) => {
                Ok(File::Picture(asset.path.clone(), *picture, width))
            }
            Some(Sheet::Page(bytes)) => Ok(File::Page(self.note(address, 200, bytes))),
            None => self.missing(address).map(File::Page),
        }
    }

    /// The page at an address, or what stands in its place.
    fn page(&mut self, address: &str) -> Result<Printed, Box<Finding>> {
        if let Some(printed) = self.pages.get(address) {
            return Ok(printed.clone());
        }
        match self.held.print(address)? {
            Some(Sheet::Page(bytes)) => Ok(self.note(address, 200, bytes)),
            _ => self.missing(address),
        }
    }

    fn missing(&mut self, address: &str) -> Result<Printed, Box<Finding>> {
        let bytes = self.held.missing(address)?;
        Ok(printed(404, bytes))
    }

    fn note(&mut self, address: &str, status: u16, bytes: Vec<u8>) -> Printed {
        let printed = printed(status, bytes);
        self.pages.insert(address.to_owned(), printed.clone());
        printed
    }
}

fn printed(status: u16, bytes: Vec<u8>) -> Printed {
    let digest = Digest::of(&bytes).hex();
    Printed {
        status,
        bytes,
        digest,
    }
}
