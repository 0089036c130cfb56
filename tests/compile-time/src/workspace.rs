//! The crates that are compiled: written into the target directory, a workspace of their own, so that
//! nothing of the peers gets into errorbook's.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::cpu;
use crate::shape::Shape;
use crate::subject::Subject;

/// A folder of crates, one per way to write the errors and shape.
pub(crate) struct Workspace {
    folder: PathBuf,
}

/// One of the crates.
#[derive(Clone, Copy)]
pub(crate) struct Crate {
    pub(crate) subject: Subject,
    pub(crate) shape: Shape,
}

impl Crate {
    pub(crate) fn name(self) -> String {
        format!("{}-{}", self.subject.name(), self.shape)
    }
}

impl Workspace {
    /// Writes the crates. `errorbook` is the root of errorbook's own workspace; its lock file is where
    /// the resolution of versions starts.
    pub(crate) fn write(folder: PathBuf, errorbook: &Path, crates: &[Crate]) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        let names: Vec<_> = crates.iter().map(|one| one.name()).collect();
        let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n");
        let lock = fs::read(errorbook.join("Cargo.lock"))?;
        let seed = folder.join("Cargo.lock.seed");
        // What cargo added to the lock file stays, until one of the two is another.
        if fs::read(&seed).ok().as_ref() != Some(&lock)
            || fs::read_to_string(folder.join("Cargo.toml")).ok().as_ref() != Some(&manifest)
        {
            fs::write(folder.join("Cargo.lock"), &lock)?;
            fs::write(folder.join("Cargo.toml"), manifest)?;
            fs::write(seed, lock)?;
        }
        let workspace = Workspace { folder };
        let runtime = errorbook.join("runtime");
        for one in crates {
            let folder = workspace.folder.join(one.name());
            fs::create_dir_all(folder.join("src"))?;
            let dependencies = one.subject.dependencies(&runtime.to_string_lossy());
            let manifest = format!(
                "[package]\nname = {:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}",
                one.name()
            );
            fs::write(folder.join("Cargo.toml"), manifest)?;
            workspace.edit(*one, 0)?;
        }
        Ok(workspace)
    }

    /// Writes one edition of a crate's source.
    pub(crate) fn edit(&self, one: Crate, edition: usize) -> io::Result<()> {
        let path = self.folder.join(one.name()).join("src/lib.rs");
        fs::write(path, one.subject.source(one.shape, edition))
    }

    /// Where cargo puts what it makes.
    pub(crate) fn target(&self) -> PathBuf {
        self.folder.join("target")
    }

    /// Runs cargo on one crate, and returns the CPU seconds of its compiler, without those of the
    /// dependencies and of cargo itself.
    pub(crate) fn cargo(&self, one: Crate, arguments: &[&str]) -> io::Result<f64> {
        fs::write(self.record(), "")?;
        self.output(one, arguments, &[])?;
        let record = fs::read_to_string(self.record())?;
        record
            .lines()
            .filter_map(|line| line.split_once(' '))
            .find(|(name, _)| *name == one.name().replace('-', "_"))
            .and_then(|(_, seconds)| seconds.parse().ok())
            .ok_or_else(|| io::Error::other(format!("{} was not compiled", one.name())))
    }

    /// Runs cargo on one crate, and returns what it prints. The last arguments go to the compiler.
    pub(crate) fn output(
        &self,
        one: Crate,
        arguments: &[&str],
        of_compiler: &[&str],
    ) -> io::Result<Vec<u8>> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(arguments)
            .args(["--quiet", "--package", &one.name()])
            .args(if of_compiler.is_empty() {
                &[][..]
            } else {
                &["--"]
            })
            .args(of_compiler)
            .current_dir(&self.folder)
            .env("CARGO_TARGET_DIR", self.target())
            .env("RUSTC_WORKSPACE_WRAPPER", std::env::current_exe()?)
            .env(cpu::RECORD, self.record())
            // What a user has set for other crates is not for these.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_INCREMENTAL")
            .stdin(Stdio::null())
            .output()?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let message = String::from_utf8_lossy(&output.stderr);
        Err(io::Error::other(format!("{}: {message}", one.name())))
    }

    fn record(&self) -> PathBuf {
        self.folder.join("cpu-seconds")
    }
}
