#!/usr/bin/env python3
"""Segmentation of Vakta and its peers on the same gold, as one Markdown table.

usage: segmentation_peers.py GOLD.jsonl…        (default: pud-dev and articles-dev of ../shared/gold)

Vakta is `target/release/vakta` or `target/debug/vakta`; ICU is Node's Intl.Segmenter; the others are asked of Python:
    pip install pysbd indic-nlp-library spacy
A peer that is not installed is left out, visibly. Exact spans; tokens are compared where the gold has them, white space aside.
"""
import importlib.metadata
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLD = [ROOT / "../shared/gold/pud-dev.jsonl", ROOT / "../shared/gold/articles-dev.jsonl"]

NODE = """
const lines = require("fs").readFileSync(0, "utf8").trim().split("\\n").map((line) => JSON.parse(line));
const spans = (granularity, text) =>
  [...new Intl.Segmenter("hi", { granularity }).segment(text)].map((s) => [s.index, s.index + s.segment.length]);
for (const text of lines) console.log(JSON.stringify([spans("sentence", text), spans("word", text)]));
"""


def utf16(text):
    """UTF-16 offset → code point offset."""
    units = []
    for at, char in enumerate(text):
        units += [at] * (1 + (ord(char) > 0xFFFF))
    return units + [len(text)]


def trimmed(text, spans):
    """Spans without outer white space, empty ones left out."""
    found = set()
    for start, end in spans:
        piece = text[start:end]
        start, end = start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
        if start < end:
            found.add((start, end))
    return found


def located(text, pieces):
    """Where pieces stand that come in order; one that was changed is left out."""
    at, spans = 0, []
    for piece in pieces:
        start = text.find(piece.strip(), at)
        if start >= 0 and piece.strip():
            at = start + len(piece.strip())
            spans.append((start, at))
    return spans


def by_paragraph(text, split):
    """Spans of a splitter that is given one paragraph at a time, which is kinder to it than the whole text."""
    return [
        (match.start() + start, match.start() + end)
        for match in re.finditer(r"[^\n]+", text)
        for start, end in split(match.group())
    ]


def vakta(texts):
    command = next((p for p in (ROOT / "target/release/vakta", ROOT / "target/debug/vakta") if p.exists()), None)
    if not command:
        raise ImportError("build it: cargo build --release")
    rows = "".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts))
    out = subprocess.run([command, "batch"], input=rows, capture_output=True, text=True, check=True).stdout
    for text, line in zip(texts, out.splitlines()):
        article, at = json.loads(line)["article"], utf16(text)
        yield tuple([(at[s["start"]], at[s["end"]]) for s in article[key]] for key in ("sentences", "tokens"))


def icu(texts):
    rows = "".join(json.dumps(t) + "\n" for t in texts)
    try:
        out = subprocess.run(["node", "-e", NODE], input=rows, capture_output=True, text=True, check=True).stdout
    except FileNotFoundError:
        raise ImportError("install Node") from None
    for text, line in zip(texts, out.splitlines()):
        at = utf16(text)
        yield tuple([(at[s], at[e]) for s, e in spans] for spans in json.loads(line))


def pysbd(texts):
    from pysbd import Segmenter

    segmenter = Segmenter(language="hi", clean=False)
    for text in texts:
        yield by_paragraph(text, lambda p: located(p, segmenter.segment(p))), None


def indic_nlp(texts):
    from indicnlp.tokenize.indic_tokenize import trivial_tokenize
    from indicnlp.tokenize.sentence_tokenize import sentence_split

    for text in texts:
        yield by_paragraph(text, lambda p: located(p, sentence_split(p, "hi"))), located(text, trivial_tokenize(text, "hi"))


def spacy_blank(texts):
    import spacy

    nlp = spacy.blank("hi")
    nlp.add_pipe("sentencizer")
    for text in texts:
        sentences = by_paragraph(text, lambda p: [(s.start_char, s.end_char) for s in nlp(p).sents])
        yield sentences, [(t.idx, t.idx + len(t)) for t in nlp(text)]


def node_version():
    icu_version = "process.version + ' (ICU ' + process.versions.icu + ')'"
    return subprocess.run(["node", "-p", icu_version], capture_output=True, text=True, check=True).stdout.strip()


PEERS = [
    ("Vakta", vakta, lambda: "this one"),
    ("ICU: Intl.Segmenter('hi')", icu, node_version),
    ("spaCy, blank hi + sentencizer", spacy_blank, lambda: importlib.metadata.version("spacy")),
    ("Indic NLP Library", indic_nlp, lambda: importlib.metadata.version("indic-nlp-library")),
    ("pysbd", pysbd, lambda: importlib.metadata.version("pysbd")),
]


def f1(pairs):
    hit = sum(len(gold & found) for gold, found in pairs)
    sizes = sum(len(gold) + len(found) for gold, found in pairs)
    return 2 * hit / sizes if sizes else 0.0


def main():
    paths = [Path(p) for p in sys.argv[1:]] or GOLD
    sets = {path.stem: [json.loads(line) for line in path.open(encoding="utf-8")] for path in paths}
    columns = [(name, key) for name, rows in sets.items() for key in ("sentences", "tokens") if key in rows[0]]
    print("| tool | version | " + " | ".join(f"{name}: {key}" for name, key in columns) + " |")
    print("|---|---|" + "---|" * len(columns))
    for name, peer, version in PEERS:
        cells = []
        try:
            results = {s: list(peer([row["text"] for row in rows])) for s, rows in sets.items()}
            for s, key in columns:
                index = ("sentences", "tokens").index(key)
                found = [result[index] for result in results[s]]
                pairs = [
                    ({tuple(span) for span in row[key]}, trimmed(row["text"], spans or []))
                    for row, spans in zip(sets[s], found)
                ]
                cells.append(f"{f1(pairs):.3f}" if found[0] is not None else "–")
            print(f"| {name} | {version()} | " + " | ".join(cells) + " |")
        except ImportError as missing:
            print(f"| {name} | not installed: {missing} |" + " |" * len(columns))


if __name__ == "__main__":
    main()
