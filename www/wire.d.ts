/** Types of the wire format, version 1. Offsets are UTF-16 code units of the text that was analyzed. */

export interface Span { start: number; end: number }

export type EntityKind = "person" | "organization" | "location" | "time" | "number" | "work";
export type QuoteKind = "direct" | "indirect" | "mixed";

export interface Entity { id: number; kind: EntityKind; name: string; mentions: Span[] }

export interface Speaker extends Span {
  form: "name" | "pronoun" | "role";
  /** Id of the entity it stands for. */
  entity: number | null;
  /** The other speakers of a coordination. */
  others?: Span[];
}

export interface Quote {
  kind: QuoteKind;
  content: Span;
  cue: Span | null;
  speaker: Speaker | null;
  /** Name of the rule that found it. */
  rule: string;
  /** Speech that goes on unmarked after a quote. */
  continued?: boolean;
  /** What it speaks about: indices of topics and terms. */
  topics: number[];
  terms: number[];
  /** Indices of the topics and terms it speaks about, most first. */
  topics: number[];
  terms: number[];
}

export interface Concept { code: string; name: { hi: string; en: string } }
/** A top-level IPTC Media Topic, with those of its parts that are sure. */
export interface Topic extends Concept { score: number; evidence: Span[]; narrower: Concept[] }
export interface Term { text: string; score: number; mentions: Span[] }

/** One speaker's share: an entity, or a role that stands for none. */
export interface SpeakerShare { entity?: number; role?: string; quotes: number[]; words: number }

export interface Article {
  version: 1;
  offsets: "utf16";
  paragraphs: (Span & { kind: "headline" | "body" | "furniture" })[];
  sentences: Span[];
  tokens: (Span & { kind: string })[];
  entities: Entity[];
  quotes: Quote[];
  topics: Topic[];
  terms: Term[];
  speakers: SpeakerShare[];
}

/** A newsroom's own name: its fullest form, what it names, and other wordings in use. */
export interface Name { name: string; kind: "person" | "organization" | "location"; aliases?: string[] }
