//! The command: `vakta analyze`, `batch`, `export` and `show`.

use clap::{Parser, Subcommand, ValueEnum};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::process::ExitCode;
use vakta::Analyzer;
use vakta::export::{AnnotationPage, NewsArticle, Ninjs, html, terminal, tsv};
use vakta::wire::{Offsets, WireArticle};

/// Who said what about what in Hindi news.
#[derive(Parser)]
#[command(name = "vakta", version)]
struct Command {
    #[command(subcommand)]
    verb: Verb,
    /// The unit in which the JSON counts.
    #[arg(long, value_enum, default_value_t = Unit::Utf16, global = true)]
    offsets: Unit,
    /// A newsroom's own names, which win over the model: JSON, `[{"name", "kind", "aliases": […]}]`.
    #[arg(long, value_name = "FILE", global = true)]
    names: Option<String>,
}

#[derive(Subcommand)]
enum Verb {
    /// Print the JSON of one article.
    Analyze {
        /// A UTF-8 text file, or `-` for standard input.
        file: String,
    },
    /// Read JSON Lines `{"id","text"}` on standard input; write `{"id","article"}` or `{"id","error"}`, in the same order.
    Batch,
    /// Print one article in a format of others.
    Export {
        /// The format.
        #[arg(long, value_enum)]
        format: Format,
        /// What identifies the article in the formats that ask for it.
        #[arg(long, default_value = "urn:vakta:article")]
        uri: String,
        /// A UTF-8 text file, or `-` for standard input.
        file: String,
    },
    /// Paint one article in the terminal, with who spoke and what about below it.
    Show {
        /// A UTF-8 text file, or `-` for standard input.
        file: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// IPTC ninjs 3.1: text, names and topics.
    Ninjs,
    /// schema.org JSON-LD: a NewsArticle with its Quotations.
    Jsonld,
    /// W3C Web Annotation, offsets in code points.
    Annotation,
    /// A page with marks.
    Html,
    /// A table of the quotes.
    Tsv,
}

#[derive(Clone, Copy, ValueEnum)]
enum Unit {
    Byte,
    Char,
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Offsets {
        match unit {
            Unit::Byte => Offsets::Byte,
            Unit::Char => Offsets::Char,
            Unit::Utf16 => Offsets::Utf16,
        }
    }
}

fn main() -> ExitCode {
    let command = Command::parse();
    let offsets = command.offsets.into();
    let done = analyzer(command.names.as_deref()).and_then(|analyzer| match &command.verb {
        Verb::Analyze { file } => analyze(&analyzer, file, offsets).map(|()| true),
        Verb::Batch => batch(&analyzer, offsets),
        Verb::Export { format, uri, file } => export(&analyzer, *format, uri, file).map(|()| true),
        Verb::Show { file } => show(&analyzer, file).map(|()| true),
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of a pipe may stop early, as `head` does: no error.
        Err(Failure::Io(e)) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("vakta: {e}");
            ExitCode::FAILURE
        }
    }
}

/// What can go wrong at this door.
enum Failure {
    Read { file: String, error: io::Error },
    NotUtf8 { file: String, at: usize },
    Names { file: String, error: serde_json::Error },
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Io(error)
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Failure::Read { file, error } => write!(f, "{file}: {error}"),
            Failure::NotUtf8 { file, at } => {
                write!(f, "{file}: not UTF-8 at byte {at}; convert it first, for example with iconv -t UTF-8")
            }
            Failure::Names { file, error } => write!(f, "{file}: {error}"),
            Failure::Io(error) => error.fmt(f),
        }
    }
}

/// Reads a whole text file or standard input.
fn read(file: &str) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let done = match file {
        "-" => io::stdin().read_to_end(&mut bytes),
        _ => File::open(file).and_then(|mut f| f.read_to_end(&mut bytes)),
    };
    done.map_err(|error| Failure::Read { file: file.to_owned(), error })?;
    String::from_utf8(bytes).map_err(|e| Failure::NotUtf8 { file: file.to_owned(), at: e.utf8_error().valid_up_to() })
}

/// The analyzer, with the newsroom's names where a file of them is given.
fn analyzer(names: Option<&str>) -> Result<Analyzer, Failure> {
    let Some(file) = names else { return Ok(Analyzer::new()) };
    let names = serde_json::from_str(&read(file)?).map_err(|error| Failure::Names { file: file.to_owned(), error })?;
    Ok(Analyzer::new().with_names(names))
}

fn analyze(analyzer: &Analyzer, file: &str, offsets: Offsets) -> Result<(), Failure> {
    let source = read(file)?;
    let article = analyzer.analyze(&source);
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &WireArticle::new(&article, offsets)).map_err(io::Error::from)?;
    Ok(writeln!(out)?)
}

fn export(analyzer: &Analyzer, format: Format, uri: &str, file: &str) -> Result<(), Failure> {
    let article = analyzer.analyze(&read(file)?);
    let text = match format {
        Format::Ninjs => pretty(&Ninjs::new(&article, uri)),
        Format::Jsonld => pretty(&NewsArticle::new(&article, uri)),
        Format::Annotation => pretty(&AnnotationPage::new(&article, uri)),
        Format::Html => Ok(html::page(&article)),
        Format::Tsv => Ok(tsv::quotes(&article)),
    };
    Ok(io::stdout().lock().write_all(text?.as_bytes())?)
}

fn pretty(value: &impl Serialize) -> io::Result<String> {
    Ok(serde_json::to_string_pretty(value).map_err(io::Error::from)? + "\n")
}

fn show(analyzer: &Analyzer, file: &str) -> Result<(), Failure> {
    let article = analyzer.analyze(&read(file)?);
    // Takes the styles out where there is no terminal or NO_COLOR is set.
    Ok(anstream::stdout().lock().write_all(terminal::paint(&article).as_bytes())?)
}

/// Lines analyzed before any is written: enough to keep all cores busy, few enough for constant memory.
const BATCH: usize = 64;

#[derive(Deserialize)]
struct Document {
    #[serde(default)]
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Outcome<'a> {
    Article(WireArticle<'a>),
    Error(String),
}

#[derive(Serialize)]
struct Answer<'a> {
    id: serde_json::Value,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

/// Analyzes standard input line by line; `false` when a line could not be read.
fn batch(analyzer: &Analyzer, offsets: Offsets) -> Result<bool, Failure> {
    let mut input = io::stdin().lock();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let progress = io::stderr().is_terminal();
    let (mut read, mut failed) = (0, 0);
    loop {
        let mut lines = Vec::with_capacity(BATCH);
        while lines.len() < BATCH {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            read += 1;
            if !line.trim_ascii().is_empty() {
                lines.push((read, line));
            }
        }
        if lines.is_empty() {
            break;
        }
        let answers: Vec<_> = lines.par_iter().map(|(number, line)| answer(analyzer, *number, line, offsets)).collect();
        for (json, error) in answers {
            out.write_all(&json)?;
            if let Some(error) = error {
                failed += 1;
                eprintln!("vakta: {error}");
            }
        }
        if progress {
            eprint!("\r{read} lines");
        }
    }
    out.flush()?;
    if progress {
        eprintln!("\r{read} lines, {failed} with errors");
    }
    Ok(failed == 0)
}

/// One output line and, where the input line could not be read, what to tell the user.
fn answer(analyzer: &Analyzer, number: usize, line: &[u8], offsets: Offsets) -> (Vec<u8>, Option<String>) {
    let (answer, error) = match parse(line) {
        Ok(document) => {
            let article = analyzer.analyze(&document.text);
            let wire = Outcome::Article(WireArticle::new(&article, offsets));
            return (json_line(&Answer { id: document.id, outcome: wire }), None);
        }
        Err((id, error)) => {
            let error = format!("line {number}: {error}");
            (Answer { id, outcome: Outcome::Error(error.clone()) }, error)
        }
    };
    (json_line(&answer), Some(error))
}

/// The document of a line, or its id as far as it can be read and what is wrong with it.
fn parse(line: &[u8]) -> Result<Document, (serde_json::Value, String)> {
    serde_json::from_slice(line).map_err(|error| {
        let id =
            serde_json::from_slice(line).ok().and_then(|mut v: serde_json::Value| v.get_mut("id").map(|id| id.take()));
        (id.unwrap_or_default(), error.to_string())
    })
}

fn json_line(answer: &Answer) -> Vec<u8> {
    // A tree of strings and numbers always serializes.
    let mut json = serde_json::to_vec(answer).unwrap_or_default();
    json.push(b'\n');
    json
}
