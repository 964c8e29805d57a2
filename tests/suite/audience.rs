//! Audiences: what a reader may not see is in none of the bytes made for them.

mod edition;
mod every_field;
mod shapes;

use crate::build::{built, change, differing, new_site, published};
use crate::support::Site;

/// Words that stand only where the public may not look.
const SECRETS: [&str; 7] = [
    "zebra-task",
    "zebra-restricted",
    "zebra-meeting",
    "zebra-contact",
    "zebra-discussion",
    "zebra-paper",
    "zebra-unit",
];

/// The new site, with something hidden in every place where something can be.
pub fn site_with_secrets() -> Site {
    let site = new_site();
    let write = |path: &str, text: &str| {
        site.write(&format!("content/{path}"), text);
    };
    write(
        "tasks/zebra-task.yaml",
        "{title: zebra-task, visibility: internal, lead: housing, areas: [paving], start: 2026-01-01, \
         due: 2026-03-01, target: {text: zebra-task}, attachments: [{title: zebra-task, file: assets/zebra-paper.txt}]}",
    );
    write(
        "tasks/zebra-restricted.yaml",
        "{title: zebra-restricted, visibility: restricted, lead: zebra-unit, areas: [paving], start: 2026-01-01, \
         due: 2026-03-01, target: {text: zebra-restricted}}",
    );
    write(
        "units/zebra-unit.yaml",
        "{name: zebra-unit, visibility: restricted}",
    );
    write(
        "meetings/zebra-meeting.md",
        "---\ntitle: zebra-meeting\ndate: 2026-03-01\nvisibility: internal\n---\nzebra-meeting",
    );
    write("assets/zebra-paper.txt", "zebra-paper");
    // Public records that point at hidden ones.
    write(
        "tasks/open.md",
        "---\n{title: Open, lead: housing, responsible: [zebra-unit], areas: [paving], depends_on: [zebra-task], \
         origin: {meeting: zebra-meeting}, due: 2026-12-31, target: {text: all}}\n---\n\
         As [agreed](meeting:zebra-meeting), after [that](task:zebra-restricted).\n",
    );
    change(
        &site,
        "content/units/units.yaml",
        "City Hall, third floor",
        "zebra-contact",
    );
    change(
        &site,
        "content/meetings/meeting-01.md",
        "The subdistrict wished to begin at the school; nobody objected.",
        "zebra-discussion",
    );
    site
}

pub fn secrets_in(site: &Site, folder: &str) -> Vec<(String, &'static str)> {
    let holds = |text: &[u8], word: &str| text.windows(word.len()).any(|w| w == word.as_bytes());
    let mut found = Vec::new();
    for (path, bytes) in site.files(folder) {
        let seen = SECRETS
            .into_iter()
            .filter(|secret| holds(&bytes, secret) || path.contains(secret));
        found.extend(seen.map(|secret| (path.clone(), secret)));
    }
    found
}

#[test]
fn what_the_public_may_not_see_is_in_none_of_its_bytes() {
    let site = site_with_secrets();
    for (audience, out, seen) in [
        (Some("public"), "for-all", &[][..]),
        // Without an audience: what is public and internal, never what is restricted.
        (
            None,
            "for-us",
            &[
                "zebra-task",
                "zebra-meeting",
                "zebra-discussion",
                "zebra-paper",
            ],
        ),
    ] {
        let words: Vec<&str> = ["build", "--out", out]
            .into_iter()
            .chain(audience.map(|_| "--audience"))
            .chain(audience)
            .collect();
        built(&site.run(&words));
        let found = secrets_in(&site, out);
        let hidden: Vec<_> = found
            .iter()
            .filter(|(_, word)| !seen.contains(word))
            .collect();
        assert!(hidden.is_empty(), "{hidden:?}");
        for word in seen {
            assert!(
                found.iter().any(|(_, found)| found == word),
                "{word} is nowhere"
            );
        }
    }
    let facts = site.run(&["facts", "--audience", "public"]).out;
    assert!(SECRETS.iter().all(|secret| !facts.contains(secret)));
    assert!(facts.contains("\"open\""));
    let (public, internal) = (published(&site, "for-all"), published(&site, "for-us"));
    assert!(!differing(&public, &internal).is_empty());
}

#[test]
fn an_audience_that_may_see_everything_does() {
    let site = site_with_secrets();
    change(
        &site,
        "content/site.yaml",
        "  internal: [public, internal]",
        "  internal: [public, internal]\n  command: [public, internal, restricted]",
    );
    built(&site.run(&["build", "--audience", "command"]));
    let found = secrets_in(&site, "public");
    for secret in SECRETS {
        assert!(
            found.iter().any(|(_, word)| *word == secret),
            "{secret} is nowhere"
        );
    }
}
