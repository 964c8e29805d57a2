//! A site in a temporary folder, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A site that a test writes file by file.
pub struct Site {
    folder: TempDir,
}

/// What a run of the program came to.
pub struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Site {
    /// A folder with nothing in it.
    pub fn empty() -> Site {
        Site {
            folder: TempDir::new().expect("a temporary folder"),
        }
    }

    /// A copy of a folder of the repository, such as `content` or a fixture.
    pub fn copy_of(folder: &str) -> Site {
        let site = Site::empty();
        copy(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            &site.path("content"),
        );
        site
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) -> &Site {
        let at = self.path(path);
        fs::create_dir_all(at.parent().expect("a file is in a folder"))
            .expect("a folder for a file");
        fs::write(at, text).expect("a file of a test");
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Runs `tongbao` in the site's folder; the locale and the zone are those of no one.
    pub fn run(&self, words: &[&str]) -> Run {
        self.run_with(words, &[])
    }

    pub fn run_with(&self, words: &[&str], environment: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tongbao"));
        command
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", "/nonexistent");
        command.envs(environment.iter().copied());
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().expect("the program starts");
        let text = |bytes| String::from_utf8(bytes).expect("the program writes UTF-8");
        Run {
            code: status.code().unwrap_or(-1),
            out: text(stdout),
            err: text(stderr),
        }
    }

    /// Every file below a folder, by its path from there.
    pub fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let top = self.path(folder);
        let mut all = Vec::new();
        walk(&top, &top, &mut all);
        all.sort();
        all
    }
}

fn walk(top: &Path, folder: &Path, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder that is there") {
        let at = entry.expect("an entry").path();
        if at.is_dir() {
            walk(top, &at, all);
        } else {
            let path = at
                .strip_prefix(top)
                .expect("below the top")
                .to_string_lossy()
                .into_owned();
            all.push((path, fs::read(&at).expect("a file that is there")));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to copy into");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let at = entry.expect("an entry").path();
        let target = to.join(at.file_name().expect("a name"));
        if at.is_dir() {
            copy(&at, &target);
        } else {
            fs::copy(&at, &target).expect("a file to copy");
        }
    }
}
