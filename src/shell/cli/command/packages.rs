//! What may be said of packages for the records office: `archive` and `verify`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use crate::messages::Catalogue;

use super::{framed, named};

pub(super) fn subcommands(words: &Catalogue) -> [Command; 2] {
    let path = |name: &'static str| Arg::new(name).value_parser(value_parser!(PathBuf));
    let package = || {
        let folder = path("folder").required(true);
        named(folder, ("value-folder", "help-package"), words)
    };
    let what = Arg::new("what").required(true);
    let what = named(what, ("value-what", "help-what"), words);
    let root = named(path("root"), ("value-site", "help-site"), words);
    let sign = named(path("sign").long("sign"), ("value-key", "help-sign"), words);
    let commit = Arg::new("source-id").long("source-id");
    let commit = named(commit, ("value-commit", "help-source-id"), words);
    let without = Arg::new("without-records").long("without-records");
    let without = without.action(ArgAction::SetTrue);
    let without = without.help(words.say("help-without-records", &[]));
    let allowed = path("allowed-signers").long("allowed-signers");
    let allowed = allowed.requires("identity");
    let allowed = named(allowed, ("value-file", "help-allowed-signers"), words);
    let identity = Arg::new("identity")
        .long("identity")
        .requires("allowed-signers");
    let identity = named(identity, ("value-who", "help-identity"), words);
    let archive = [what, package(), root.long("root"), sign, commit, without];
    let verify = [package(), allowed, identity];
    [
        framed(Command::new("archive").args(archive), "help-archive", words),
        framed(Command::new("verify").args(verify), "help-verify", words),
    ]
}
