//! The keeper: one thread that holds the last good site, makes its pages when they are asked for, and takes up changes.

use std::sync::mpsc::{Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use tokio::sync::{oneshot, watch};

use crate::date::Date;
use crate::diagnostic::{self, Finding};
use crate::messages::Arg;
use crate::parallel;
use crate::pipeline::{self, KnownFacts};

use super::super::console::{Console, counted, number};
use super::super::input;
use super::super::watch::Changed;
use super::answer::{Answer, Content, HTML, JSON, TEXT, kind, made};
use super::dress::{self, Shown};
use super::reading::{Attempt, Chosen, Found, Good, Reading, Said, Trouble};
use super::standing::{File, Standing};

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
    /// All that was found in the site of this number, which is shown already.
    Found(u64, Found),
}

/// All that outlives a change.
pub(super) struct Keeper {
    reading: Reading,
    console: Console,
    /// For what is found while requests are answered.
    asks: Sender<Ask>,
    inbox: Receiver<Ask>,
    board: watch::Sender<u64>,
    said: Said,
    facts: KnownFacts,
    /// How often the sources were made something of.
    attempts: u64,
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

impl Keeper {
    /// With the number of the state that is shown, for those who wait for another.
    pub(super) fn new(
        (reading, console): (Reading, Console),
        (asks, inbox): (Sender<Ask>, Receiver<Ask>),
    ) -> (Keeper, watch::Receiver<u64>) {
        let (board, news) = watch::channel(0);
        let keeper = Keeper {
            reading,
            console,
            asks,
            inbox,
            board,
            said: Said::default(),
            facts: KnownFacts::keeping(),
            attempts: 0,
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

    /// Serves a site until the next is there. Where one is shown already, what else is wrong with the new one is looked
    /// for beside it; else that is done while its figures are made, and when it keeps the new one from being shown, the
    /// last one stays.
    fn stand(&mut self, good: &Good, is_sound: bool, last: &mut Option<Good>) -> After {
        let look = self.reading.look();
        let is_later = !is_sound && last.is_some() && look.can_wait();
        let facts = &mut self.facts;
        let report =
            || pipeline::compared_report_again(&good.project, good.as_of, good.since, facts);
        let found = || match (is_sound, is_later) {
            (true, _) => None,
            (_, true) => Some(look.first(good)),
            (_, false) => Some(look.whole(good)),
        };
        let (report, found) = parallel::both(report, found);
        if let Some(found) = found {
            (self.said.findings, self.said.counts) = found;
            if self.said.counts.errors > 0 {
                return After::Faulty;
            }
        }
        // It is large, and somebody is waiting for this one.
        let last = last.take();
        thread::spawn(move || drop(last));
        let theme = (&*good.theme, &*good.press);
        let held = pipeline::held(&report, theme, (&good.assets, good.drafts.clone()));
        let mut standing = Some(Standing::new(held));
        if !is_later {
            self.publish();
            return self.answer(&mut standing);
        }
        self.show();
        let (asks, number) = (self.asks.clone(), self.attempts);
        thread::scope(|scope| {
            scope.spawn(move || asks.send(Ask::Found(number, look.whole(good))));
            self.answer(&mut standing)
        })
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
                Ask::Found(number, found) => {
                    self.complete(number, found);
                    None
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
        self.attempts += 1;
        self.said = attempt.said;
        attempt.good
    }

    /// What was found in a site that is shown; of one that is over nobody wants to know.
    fn complete(&mut self, number: u64, (findings, counts): Found) {
        if number != self.attempts {
            return;
        }
        if findings != self.said.findings {
            (self.said.findings, self.said.counts) = (findings, counts);
            self.board.send_modify(|state| *state += 1);
        }
        self.tell();
    }

    /// Everybody who waits is told, and the terminal.
    fn publish(&mut self) {
        self.show();
        self.tell();
    }

    /// Everybody who waits is told.
    fn show(&mut self) {
        self.took = self.begun.elapsed();
        self.board.send_modify(|state| *state += 1);
    }

    fn tell(&mut self) {
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
