//! What is the same on every run of one toolchain: expanded code, machine code, crates.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection, SectionKind};

use crate::shape::Shape;
use crate::subject::Subject;
use crate::workspace::{Crate, Workspace};

/// A count, and what it may be at most. What is measured is printed beside the limit, so that a limit
/// can follow where the count falls.
struct Count {
    what: &'static str,
    value: f64,
    limit: f64,
}

/// Prints the counts of all subjects.
pub(crate) fn count(workspace: &Workspace, errorbook: &Path) -> io::Result<()> {
    println!("| crate | items a type | expanded bytes a type | `.text` bytes a type |");
    println!("|---|---|---|---|");
    for subject in Subject::COUNTED {
        let expanded = Expanded::of(workspace, subject)?;
        println!(
            "| {} | {:.1} | {:.0} | {:.0} |",
            subject.name(),
            expanded.items,
            expanded.bytes,
            text(workspace, subject)?,
        );
    }
    let (crates, syn) = crates(errorbook)?;
    println!("\n{crates} crates in a build of errorbook with default features, syn {syn} times");
    Ok(())
}

/// Checks the counts against their limits.
pub(crate) fn guard(workspace: &Workspace, errorbook: &Path) -> io::Result<ExitCode> {
    let (crates, syn) = crates(errorbook)?;
    let expanded = Expanded::of(workspace, Subject::Errorbook)?;
    let counts = [
        Count {
            what: "items a type",
            value: expanded.items,
            limit: 33.5,
        },
        Count {
            what: "bytes of expanded code a type",
            value: expanded.bytes,
            limit: 9000.0,
        },
        Count {
            what: "bytes of `.text` a type",
            value: text(workspace, Subject::Errorbook)?,
            limit: 1330.0,
        },
        Count {
            what: "crates in a build of errorbook with default features",
            value: crates,
            limit: 15.0,
        },
        Count {
            what: "versions of syn among them",
            value: syn,
            limit: 1.0,
        },
    ];
    let mut code = ExitCode::SUCCESS;
    for Count { what, value, limit } in counts {
        println!("{what}: {value:.1}, at most {limit:.1}");
        if value > limit {
            eprintln!("that is more than before");
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}

/// The enums of the shape `service`, the outer one included.
fn types() -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "they are few")]
    let enums = Shape::SERVICE.enums as f64;
    enums + 1.0
}

/// The expanded source of a crate, for each type. The enums and their `Debug` are in it.
struct Expanded {
    /// Functions, impls, statics, constants and types.
    items: f64,
    /// Bytes without the space at the beginning of lines.
    bytes: f64,
}

impl Expanded {
    fn of(workspace: &Workspace, subject: Subject) -> io::Result<Self> {
        let one = Crate {
            subject,
            shape: Shape::SERVICE,
        };
        let source =
            workspace.output(one, &["rustc", "--profile=check"], &["-Zunpretty=expanded"])?;
        let source = String::from_utf8_lossy(&source);
        let lines = || source.lines().map(str::trim_start);
        let bytes: usize = lines().map(str::len).sum();
        let starts = [
            "fn ",
            "pub fn ",
            "impl",
            "static ",
            "pub static ",
            "const ",
            "enum ",
            "pub enum ",
            "struct ",
            "pub struct ",
        ];
        let is_item = |line: &&str| starts.iter().any(|start| line.starts_with(start));
        let items = lines().filter(is_item).count();
        #[allow(clippy::cast_precision_loss, reason = "it is far from 2^52")]
        Ok(Expanded {
            items: items as f64 / types(),
            bytes: bytes as f64 / types(),
        })
    }
}

/// The bytes of machine code in the library of a release build, for each type.
fn text(workspace: &Workspace, subject: Subject) -> io::Result<f64> {
    let one = Crate {
        subject,
        shape: Shape::SERVICE,
    };
    workspace.output(one, &["build", "--release"], &[])?;
    let library = format!("release/lib{}.rlib", one.name().replace('-', "_"));
    let library = fs::read(workspace.target().join(library))?;
    let archive = ArchiveFile::parse(&*library).map_err(io::Error::other)?;
    let mut bytes = 0;
    for member in archive.members() {
        let member = member.map_err(io::Error::other)?;
        let data = member.data(&*library).map_err(io::Error::other)?;
        // The metadata of the compiler is no object file.
        let Ok(file) = object::File::parse(data) else {
            continue;
        };
        bytes += file
            .sections()
            .filter(|section| section.kind() == SectionKind::Text)
            .map(|section| section.size())
            .sum::<u64>();
    }
    #[allow(clippy::cast_precision_loss, reason = "it is far from 2^52")]
    Ok(bytes as f64 / types())
}

/// The crates that a build of errorbook with default features compiles, itself included, and how many
/// of them are syn.
fn crates(errorbook: &Path) -> io::Result<(f64, f64)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = std::process::Command::new(cargo)
        .args([
            "tree",
            "--locked",
            "--package",
            "errorbook",
            "--prefix",
            "none",
        ])
        .args(["--edges", "normal,build", "--no-dedupe"])
        .current_dir(errorbook)
        .output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
    }
    let output = String::from_utf8_lossy(&output.stdout);
    let mut lines: Vec<_> = output
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?))
        })
        .collect();
    lines.sort_unstable();
    lines.dedup();
    let syn = lines.iter().filter(|(name, _)| *name == "syn").count();
    #[allow(clippy::cast_precision_loss, reason = "they are few")]
    Ok((lines.len() as f64, syn as f64))
}
