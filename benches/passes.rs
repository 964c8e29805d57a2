//! Each pass by itself over a generated programme: timed (`cargo bench --features bench`), or done once for `benches/counts`.
//!
//! The site is that of TONGBAO_BENCH_SITE, else `benches/.work/1000/tongbao`, which `benches/run` and `benches/counts` write.

#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    reason = "a program by itself, which asks for its site and clears away what it wrote"
)]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use criterion::{BatchSize, Bencher, Criterion, Throughput};
use tongbao::bench;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let is_once = std::env::args().any(|word| word == "--once");
    if is_once {
        bench::use_this_thread();
    }
    let folder = std::env::var_os("TONGBAO_BENCH_SITE").map(PathBuf::from);
    let made = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/.work/1000/tongbao");
    let site = match bench::open(&folder.unwrap_or(made)) {
        Ok(site) => site,
        Err(why) => {
            eprintln!("passes: {why}");
            return ExitCode::FAILURE;
        }
    };
    if is_once {
        once(&site);
    } else {
        timed(&site);
    }
    ExitCode::SUCCESS
}

/// Every pass but the last, each inside `counted`. Writing is mostly digests, for which the simulated machine has no
/// instructions of its own, and calls of the system, which are not counted.
fn once(site: &bench::Site) {
    let records = count("parse", || bench::parse(site));
    let mut records = Some(records);
    let programme = count("link", || bench::link(site, records.take().expect("once")));
    let figures = count("derive", || bench::derive(site, &programme));
    let views = count("compose", || bench::compose(site, &figures));
    let sheets = count("render", || bench::render(site, &figures, &views));
    count("lists", || bench::lists(&figures, &views));
    count("search", || bench::search(&figures, &views, &sheets));
    println!("tasks {}", bench::tasks(&programme));
}

/// Says which pass was done, in the order in which the counts come.
fn count<T>(pass: &str, mut work: impl FnMut() -> T) -> T {
    let mut made = None;
    counted(&mut || made = Some(work()));
    println!("pass {pass}");
    made.expect("a pass gives something")
}

/// One function for all passes, by whose name they are counted; what is made is dropped elsewhere.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
    // Or the call above would be a jump, and this function would be seen to end before it.
    black_box(());
}

fn timed(site: &bench::Site) {
    let mut criterion = Criterion::default().configure_from_args();
    let programme = bench::link(site, bench::parse(site));
    let figures = bench::derive(site, &programme);
    let views = bench::compose(site, &figures);
    let sheets = bench::render(site, &figures, &views);
    let tasks = bench::tasks(&programme);
    let mut group = criterion.benchmark_group(format!("{tasks} tasks"));
    group.sample_size(10);
    group.throughput(Throughput::Elements(tasks as u64));
    group.bench_function("parse", |b| each(b, || bench::parse(site)));
    group.bench_function("link", |b| {
        let parsed = || bench::parse(site);
        let link = |records| bench::link(site, records);
        b.iter_batched(parsed, link, BatchSize::PerIteration);
    });
    group.bench_function("derive", |b| each(b, || bench::derive(site, &programme)));
    group.bench_function("compose", |b| each(b, || bench::compose(site, &figures)));
    group.bench_function("render", |b| {
        each(b, || bench::render(site, &figures, &views));
    });
    group.bench_function("lists", |b| each(b, || bench::lists(&figures, &views)));
    group.bench_function("search", |b| {
        each(b, || bench::search(&figures, &views, &sheets));
    });
    let out = std::env::temp_dir().join(format!("tongbao-passes-{}", std::process::id()));
    group.bench_function("write", |b| {
        let empty = || drop(fs::remove_dir_all(&out));
        let write = |()| bench::write(site, &views, &sheets, &out).expect("a disk with room");
        b.iter_batched(empty, write, BatchSize::PerIteration);
    });
    drop(fs::remove_dir_all(&out));
    group.finish();
    criterion.final_summary();
}

/// What is made is dropped outside the measured time.
fn each<T>(bencher: &mut Bencher<'_>, mut pass: impl FnMut() -> T) {
    bencher.iter_batched(|| (), |()| pass(), BatchSize::PerIteration);
}
