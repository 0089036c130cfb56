//! What is the same on every run of one toolchain: expanded code, machine code, crates.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection, SectionKind};

use crate::subject::Subject;
use crate::workspace::{Crate, Workspace};

/// The number of errors in the crates that are counted.
pub(crate) const ERRORS: usize = 500;

/// A smaller number: what the machine code has more of with `ERRORS` is what variants cost, without
/// what is there once for a type.
pub(crate) const FEW: usize = 100;

const VARIANTS: f64 = 500.0;
const FURTHER: f64 = 400.0;

/// A count, and what it may be at most. What is measured is printed beside the limit, so that a limit
/// can follow where the count falls.
struct Count {
    what: &'static str,
    value: f64,
    limit: f64,
}

/// Prints the counts of all subjects.
pub(crate) fn count(workspace: &Workspace, errorbook: &Path) -> io::Result<()> {
    println!(
        "| crate | expanded bytes a variant | `.text` bytes a variant | `.text` bytes a further variant |"
    );
    println!("|---|---|---|---|");
    for subject in Subject::COUNTED {
        println!(
            "| {} | {:.1} | {:.1} | {:.1} |",
            subject.name(),
            expanded(workspace, subject)?,
            text(workspace, subject, ERRORS)? / VARIANTS,
            further_text(workspace, subject)?,
        );
    }
    let (crates, syn) = crates(errorbook)?;
    println!("\n{crates} crates in a build of errorbook with default features, syn {syn} times");
    Ok(())
}

/// Checks the counts against their limits.
pub(crate) fn guard(workspace: &Workspace, errorbook: &Path) -> io::Result<ExitCode> {
    let (crates, syn) = crates(errorbook)?;
    let counts = [
        Count {
            what: "bytes of expanded code a variant",
            value: expanded(workspace, Subject::OpenApi)?,
            limit: 390.0,
        },
        Count {
            what: "bytes of `.text` a variant",
            value: text(workspace, Subject::OpenApi, ERRORS)? / VARIANTS,
            limit: 3.0,
        },
        Count {
            what: "bytes of `.text` a further variant",
            value: further_text(workspace, Subject::OpenApi)?,
            limit: 1.0,
        },
        Count {
            what: "crates in a build of errorbook with default features",
            value: crates,
            limit: 14.0,
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

/// The bytes of a crate's expanded source, the enum and its `Debug` included, without the space at the
/// beginning of lines, for each error.
fn expanded(workspace: &Workspace, subject: Subject) -> io::Result<f64> {
    let one = Crate {
        subject,
        errors: ERRORS,
    };
    let source = workspace.output(one, &["rustc", "--profile=check"], &["-Zunpretty=expanded"])?;
    let source = String::from_utf8_lossy(&source);
    let bytes: usize = source.lines().map(|line| line.trim_start().len()).sum();
    #[allow(clippy::cast_precision_loss, reason = "it is far from 2^52")]
    Ok(bytes as f64 / VARIANTS)
}

/// The bytes of machine code that each variant adds to those that are there.
fn further_text(workspace: &Workspace, subject: Subject) -> io::Result<f64> {
    let many = text(workspace, subject, ERRORS)?;
    let few = text(workspace, subject, FEW)?;
    Ok((many - few) / FURTHER)
}

/// The bytes of machine code in the library of a release build.
fn text(workspace: &Workspace, subject: Subject, errors: usize) -> io::Result<f64> {
    let one = Crate { subject, errors };
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
    Ok(bytes as f64)
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
