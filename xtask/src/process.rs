//! Running other programs, and where things are.

use std::{
    env,
    ffi::OsStr,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
};

use anyhow::{Context, Result, bail};

/// The folder of the repository: the one that cargo runs this in, which need not be the one it was
/// compiled in where several checkouts share a target folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let own = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        Path::new(&own).parent().expect("xtask stands in the repository").to_owned()
    });
    &ROOT
}

/// The folder of the tools that this installs: apart from the person's own, whose versions other
/// projects may need, and outside the repository, so that the next clone finds them.
pub(crate) fn tools_root() -> Result<PathBuf> {
    Ok(cargo_home()?.join("postil"))
}

fn cargo_home() -> Result<PathBuf> {
    let own = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(own).context("there is no home folder")
}

/// Where programs are looked for: our tools first, then cargo's, then `PATH`.
fn path() -> Result<Vec<PathBuf>> {
    let mut folders = vec![tools_root()?.join("bin"), cargo_home()?.join("bin")];
    folders.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
    Ok(folders)
}

/// A command that runs in the repository and finds our tools.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let program = program.as_ref();
    let mut command = Command::new(program.to_str().and_then(find).unwrap_or_else(|| program.into()));
    command.current_dir(root());
    if let Ok(path) = path().and_then(|folders| Ok(env::join_paths(folders)?)) {
        command.env("PATH", path);
    }
    command
}

/// `cargo`, the one that runs this.
pub(crate) fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// How a command looks when typed.
pub(crate) fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| Path::new(word).file_name().filter(|_| word == command.get_program()).unwrap_or(word))
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command and fails when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    if !passes(command)? {
        bail!("`{}` failed", shown(command));
    }
    Ok(())
}

/// Runs a command, and says whether it ended well.
pub(crate) fn passes(command: &mut Command) -> Result<bool> {
    println!("> {}", shown(command));
    let status = command.status().with_context(|| format!("cannot run `{}`", shown(command)))?;
    Ok(status.success())
}

/// Runs a command, hands on each line of its output, and says whether it ended well.
pub(crate) fn lines(command: &mut Command, mut each: impl FnMut(&str)) -> Result<bool> {
    println!("> {}", shown(command));
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run `{}`", shown(command)))?;
    let output = child.stdout.take().expect("standard output is piped");
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        each(String::from_utf8_lossy(&line).trim_end());
    }
    Ok(child.wait()?.success())
}

/// The standard output of a command that ends well; `None` when it is not there or fails.
pub(crate) fn output(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = command(program).args(args).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Looks a program up where programs are looked for.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    path()
        .ok()?
        .into_iter()
        .map(|folder| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)))
        .find(|file| file.is_file())
}
