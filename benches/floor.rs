//! The least that any generator has to do: the files of a finished site, created again with the same bytes by one thread.
//!
//! `floor pack SITE PACK` puts a site into one file; `floor read PACK` only reads that; `floor write PACK OUT` also
//! creates the files. What `write` takes beyond `read` is the floor.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["pack", site, pack] => pack_site(Path::new(site), Path::new(pack)),
        ["read", pack] => unpack(Path::new(pack), None),
        ["write", pack, out] => unpack(Path::new(pack), Some(Path::new(out))),
        _ => Err(io::Error::other("floor pack SITE PACK | floor read PACK | floor write PACK OUT")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("floor: {error}");
            ExitCode::FAILURE
        }
    }
}

fn pack_site(site: &Path, pack: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    list(site, &mut files)?;
    files.sort();
    let mut pack = BufWriter::new(File::create(pack)?);
    for file in files {
        let name = file.strip_prefix(site).map_err(io::Error::other)?;
        let name = name.to_str().ok_or_else(|| io::Error::other("a name that is not UTF-8"))?;
        let bytes = fs::read(&file)?;
        pack.write_all(&(name.len() as u64).to_le_bytes())?;
        pack.write_all(&(bytes.len() as u64).to_le_bytes())?;
        pack.write_all(name.as_bytes())?;
        pack.write_all(&bytes)?;
    }
    pack.flush()
}

fn list(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            list(&entry.path(), files)?;
        } else {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn unpack(pack: &Path, out: Option<&Path>) -> io::Result<()> {
    let mut pack = BufReader::with_capacity(1 << 20, File::open(pack)?);
    let mut bytes = Vec::new();
    let mut folder = PathBuf::new();
    let mut length = [0; 8];
    while !pack_is_read(&mut pack)? {
        pack.read_exact(&mut length)?;
        let name_length = u64::from_le_bytes(length) as usize;
        pack.read_exact(&mut length)?;
        let byte_count = u64::from_le_bytes(length) as usize;
        bytes.resize(name_length + byte_count, 0);
        pack.read_exact(&mut bytes)?;
        let Some(out) = out else { continue };
        let (name, content) = bytes.split_at(name_length);
        let path = out.join(std::str::from_utf8(name).map_err(io::Error::other)?);
        if let Some(parent) = path.parent().filter(|parent| *parent != folder) {
            fs::create_dir_all(parent)?;
            folder = parent.to_owned();
        }
        File::create_new(path)?.write_all(content)?;
    }
    Ok(())
}

fn pack_is_read(pack: &mut BufReader<File>) -> io::Result<bool> {
    use std::io::BufRead;
    Ok(pack.fill_buf()?.is_empty())
}
