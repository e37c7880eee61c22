import type { Span } from "@/server/extraction/extraction-types";
import { isGlueSeam } from "@/server/extraction/matching/glued-text";
import { classifyLabel, type LabelKind } from "./classify-label";
import type { ItemCollector } from "./item-collector";
import { ADVICE_HEADING, INTRODUCTION, PURCHASE_SECTION, STRONG_OFFER } from "./label-tables";
import type { LowerWords } from "./lower-words";
import { type PageBlock, pageBlocks } from "./page-blocks";
import { type PageLabel, pageLabels } from "./page-labels";

const LONGEST_HEADING = 90;
const SMALL_LETTER = /[\p{Ll}]/u;
const NUMBER = /^\d{1,2}[.)]\s*/u;

/** Reads a flattened page block by block: which heading stands above decides whether a list offers items or advice. */
class PageReader {
  readonly #prose: string;
  readonly #lower: LowerWords;
  readonly #collector: ItemCollector;
  /** Whether the list below tells how to choose: for one numbered point, or as a whole until something is offered. */
  #advice: "point" | "whole" | null = null;
  /** The list below has the properties of what stands above. */
  #properties = false;
  #underHeading = false;

  constructor(prose: string, lower: LowerWords, collector: ItemCollector) {
    this.#prose = prose;
    this.#lower = lower;
    this.#collector = collector;
  }

  read(blocks: readonly PageBlock[]): void {
    blocks.forEach(({ body }, index) => {
      if (body.end <= body.start) return;
      const next = blocks[index + 1];
      if (this.#isHeading(body)) {
        this.#readHeading(body, next);
        this.#underHeading = true;
        return;
      }
      const labels = pageLabels(this.#prose, body);
      if (labels.length > 0) this.#readList(labels);
      else if (this.#underHeading && this.#advice === null) this.#readNames(body);
      this.#underHeading = false;
    });
    for (const { cards } of blocks) for (const card of cards) this.#collector.addToKnown(card);
  }

  #kindOf(span: Span): LabelKind {
    return classifyLabel(this.#prose.slice(span.start, span.end), this.#lower);
  }

  /** A block that ends in its only colon, a short question, or a short line that ends in nothing. */
  #isHeading({ start, end }: Span): boolean {
    const text = this.#prose.slice(start, end);
    if (text.endsWith(":")) return !/[.!?][\p{Lu}]/u.test(text);
    if (/[?？]$/u.test(text)) return text.length < LONGEST_HEADING && !/[.:]/u.test(text);
    return (
      text.length < LONGEST_HEADING &&
      !/[.!?。:]/u.test(text.replace(NUMBER, "")) &&
      !this.#isNameRun({ start, end })
    );
  }

  #isNameRun({ start, end }: Span): boolean {
    for (let at = start + 1; at < end; at += 1) if (isGlueSeam(this.#prose, at)) return true;
    return false;
  }

  #readHeading(body: Span, next: PageBlock | undefined): void {
    const text = this.#prose.slice(body.start, body.end).replace(/:$/u, "");
    const title = text.replace(NUMBER, "");
    const numbered = title !== text;
    this.#properties = false;
    if (PURCHASE_SECTION.test(title) || /[?？]$/u.test(title)) {
      this.#advise(numbered);
      return;
    }
    if (INTRODUCTION.test(title)) {
      this.#advice = null;
      return;
    }
    const from = body.start + (text.length - title.length);
    const label = { start: from, end: from + title.length };
    const kind = this.#kindOf(label);
    const offers = STRONG_OFFER.test(title);
    if (kind === "criteria" || (ADVICE_HEADING.test(title) && !offers)) this.#advise(numbered);
    // "2. Drainage Options" below "Consider these factors" goes on with the factors.
    else if (kind === "section" && (offers || !numbered || this.#advice !== "whole")) this.#advice = null;
    else if (kind === "attribute") this.#properties = true;
    else if (this.#advice === null && this.#hasProperties(kind, numbered, next)) this.#collector.add(label);
  }

  #advise(numbered: boolean): void {
    this.#advice = numbered ? "point" : "whole";
  }

  /** Whether a heading is an item itself: properties stand below it, or below a numbered one a text without labels. */
  #hasProperties(kind: LabelKind, numbered: boolean, next: PageBlock | undefined): boolean {
    if (next === undefined || !(kind === "name" || (kind === "plain" && numbered))) return false;
    const first = pageLabels(this.#prose, next.body)[0];
    return first === undefined
      ? numbered && !this.#isHeading(next.body)
      : this.#kindOf(first.span) === "attribute";
  }

  /** Whether most labels of a list are names, so that what only its ending makes generic is one, too. */
  #isOfNames(labels: readonly PageLabel[]): boolean {
    const kinds = labels.map(({ span }) => this.#kindOf(span)).filter((kind) => kind !== "attribute");
    const names = kinds.filter((kind) => kind === "name" || kind === "plain" || kind === "coined");
    return names.length > 1 && names.length * 2 > kinds.length && names.some((kind) => kind === "name");
  }

  #readList(labels: readonly PageLabel[]): void {
    if (this.#advice !== null || this.#properties) return;
    let advice = false;
    const ofNames = this.#isOfNames(labels);
    const priced = labels.map(({ span }) => /^:\s?[$€£]\d/u.test(this.#prose.slice(span.end, span.end + 4)));
    labels.forEach(({ span, joint }, index) => {
      const kind = this.#kindOf(span);
      if (joint === "item" && kind === "criteria") advice = true;
      if (advice || !(kind === "name" || kind === "plain" || (kind === "coined" && ofNames))) return;
      // "Basic Plan: $19.99": a price list of the item above it.
      if (priced[index] === true && priced[0] === false) return;
      const next = labels[index + 1];
      // "Florida Residents:AT&T Plan: …": a group's heading, run into its first item.
      const heads =
        next?.joint === "colon" && next.span.start === span.end + 1 && this.#kindOf(next.span) === "name";
      if (heads) return;
      const before = labels[index - 1];
      const joined = joint !== "item" && before !== undefined && before.span.end < span.start;
      const beforeKind = joined ? this.#kindOf(before.span) : null;
      // "The Resistance: Avalon: …": one name with a colon in it.
      if (
        joint === "spaced colon" &&
        beforeKind !== null &&
        beforeKind !== "section" &&
        beforeKind !== "attribute"
      )
        this.#collector.add({ start: before?.span.start ?? span.start, end: span.end });
      else this.#collector.add(span);
    });
  }

  /** Whether the capital at `at` stands inside a word that the text writes so elsewhere: "TurboBlaze". */
  #isHump(from: number, at: number): boolean {
    const start = Math.max(from, this.#prose.lastIndexOf(" ", at - 1) + 1);
    const word = this.#prose.slice(start, wordEnd(this.#prose, at));
    for (let next = this.#prose.indexOf(word); next >= 0; next = this.#prose.indexOf(word, next + 1))
      if (next !== start && !/[\p{L}\p{N}]/u.test(this.#prose.charAt(next + word.length))) return true;
    return false;
  }

  /** A list of nothing but names, run together: "Acme X1Zuvio Pro". */
  #readNames(body: Span): void {
    const text = this.#prose.slice(body.start, body.end);
    if (/[.!?:;]\s|[.!?]$/u.test(text) || !this.#isNameRun(body)) return;
    let from = body.start;
    for (let at = body.start + 1; at <= body.end; at += 1) {
      if (at < body.end && (!isGlueSeam(this.#prose, at) || this.#isHump(from, at))) continue;
      this.#collector.add({ start: from, end: at });
      from = at;
    }
  }
}

function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && SMALL_LETTER.test(text.charAt(end))) end += 1;
  return end;
}

/** Items of a flattened page whose blocks can still be told apart; its product cards only name them again. */
export function collectPageItems(prose: string, lower: LowerWords, collector: ItemCollector): void {
  new PageReader(prose, lower, collector).read(pageBlocks(prose));
}
