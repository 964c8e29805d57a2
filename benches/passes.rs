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

/// Every pass but the last, each inside a function by whose name its instructions are counted. Writing is mostly digests, for
/// which the counting machine has no instructions of its own, and calls of the system, which are not counted.
fn once(site: &bench::Site) {
    let records = made(measured_pass_parse, || bench::parse(site));
    let programme = made(measured_pass_link, || bench::link(site, records));
    let figures = made(measured_pass_derive, || bench::derive(site, &programme));
    let views = made(measured_pass_compose, || bench::compose(site, &figures));
    let sheets = made(measured_pass_render, || {
        bench::render(site, &figures, &views)
    });
    made(measured_pass_lists, || bench::lists(&figures, &views));
    made(measured_pass_search, || {
        bench::search(&figures, &views, &sheets)
    });
    println!("tasks {}", bench::tasks(&programme));
}

/// What a pass gives is dropped outside of it.
fn made<T>(pass: fn(&mut dyn FnMut()), work: impl FnOnce() -> T) -> T {
    let (mut work, mut made) = (Some(work), None);
    pass(&mut || made = work.take().map(|work| work()));
    made.expect("a pass is done once")
}

/// Functions that only do what they are given; the constant keeps each apart from the others, and its end from being a jump.
macro_rules! measured {
    ($($name:ident)*) => {
        $(
            #[inline(never)]
            fn $name(work: &mut dyn FnMut()) {
                work();
                black_box(stringify!($name));
            }
        )*
    };
}

measured! {
    measured_pass_parse
    measured_pass_link
    measured_pass_derive
    measured_pass_compose
    measured_pass_render
    measured_pass_lists
    measured_pass_search
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
