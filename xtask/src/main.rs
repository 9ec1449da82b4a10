//! Vakta's verbs.
mod train;

fn main() {
    let mut args = std::env::args().skip(1);
    if args.next().as_deref() == Some("train") {
        if let Err(error) = train::run(&args.collect::<Vec<_>>()) {
            eprintln!("{error}");
            std::process::exit(1);
        }
    }
}
