import { type Claim, subjectOf } from "@/server/analysis";
import { sentenceAround } from "@/server/extraction";
import type { FactTopic } from "../contract";
import type { Span } from "../rules/clauses-about";
import { type HeldFact, holdAgainst } from "../rules/hold-against";

/** An answer that names the brand, with where it and the rivals are named. */
export interface ReadAnswer {
  readonly text: string;
  readonly own: readonly Span[];
  readonly rivals: readonly Span[];
}

export interface FoundStatement extends Span {
  readonly quote: string;
  readonly topic: FactTopic;
}

const FOUNDING = /\b(?:found|establish|gegründet|fond[ée]|fundad)/iu;
const SEAT = /\b(?:headquarter|based in|sitz|siège|sede)/iu;

/** By rule: the sentences that name the brand and either can be checked, or say something to a fact of the sheet. */
export function claimsByRules(
  answer: ReadAnswer,
  facts: readonly HeldFact[],
  brandNames: readonly string[],
): Claim[] {
  const sentences = new Map<number, Span>();
  for (const span of answer.own) {
    const sentence = trimmed(answer.text, sentenceAround(answer.text, span));
    sentences.set(sentence.start, sentence);
  }
  return [...sentences.values()].flatMap((sentence) => {
    const quote = answer.text.slice(sentence.start, sentence.end);
    const subject = subjectOf(quote);
    if (subject) return [{ quote, subject }];
    return holdAgainst(saidIn(answer, sentence), facts, brandNames) ? [{ quote, subject: "other" }] : [];
  });
}

/** Claims with the places where they stand in the text, each place once. One that doesn't stand there is left out. */
export function placeClaims(text: string, claims: readonly Claim[]): FoundStatement[] {
  const found = new Map<number, FoundStatement>();
  for (const { quote, subject } of claims) {
    const start = text.indexOf(quote);
    if (start < 0 || found.has(start)) continue;
    found.set(start, { start, end: start + quote.length, quote, topic: topicOf(quote, subject) });
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start);
}

/** A statement as the rules hold it against facts: its sentence, with the names in it counted from its start. */
export function saidIn({ text, own, rivals }: ReadAnswer, { start, end }: Span) {
  const within = (spans: readonly Span[]) =>
    spans
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({ start: span.start - start, end: span.end - start }));
  return { sentence: text.slice(start, end), own: within(own), rivals: within(rivals) };
}

function topicOf(quote: string, subject: Claim["subject"]): FactTopic {
  if (subject === "company")
    return FOUNDING.test(quote) ? "founding" : SEAT.test(quote) ? "headquarters" : "other";
  return subject === "award" ? "other" : subject;
}

/** Without the space around it, and the signs of a list before it. */
export function trimmed(text: string, { start, end }: Span): Span {
  const piece = text.slice(start, end);
  const lead = /^\s*(?:(?:[-*•–]|\d{1,2}[.)]|#{1,6})\s+)?/u.exec(piece)?.[0].length ?? 0;
  const body = piece.slice(lead).trimEnd();
  return { start: start + lead, end: start + lead + body.length };
}
