import type { Span } from "@/server/extraction/extraction-types";
import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { BRAND, type CompiledCues, OTHER } from "./compile-cues";

/** Every German noun has a capital, and scripts without capitals have none: there a capital tells no name. */
const CAPITALS_TELL: ReadonlySet<string> = new Set(["en", "fr", "es", "it", "pt", "nl", "pl"]);
const NAME = /(?<=[\p{Ll},:;)] )\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*/gu;
const MARKUP = /[*_`#>"“”„«»\uFFFC[\]|]+/gu;

function lower(text: string, cues: CompiledCues): string {
  const marked = CAPITALS_TELL.has(cues.language)
    ? text.replace(NAME, (word) => (isOrdinaryWord(word.toLowerCase()) ? word : `${OTHER}${word}`))
    : text;
  return marked.toLowerCase();
}

/** A naming of a tracked brand, which is known by a number. */
export type Naming = Span & { readonly brand: number };

/**
 * A stretch of prose as the rules read it: lower case, no markup, namings of the judged brand as `BRAND`, a sign before
 * every other name. `namings` are those of all tracked brands that stand in the stretch, in reading order.
 */
export function makePassage(
  prose: string,
  stretch: Span,
  namings: readonly Naming[],
  brand: number,
  cues: CompiledCues,
): string {
  let plain = "";
  let from = stretch.start;
  for (const naming of namings) {
    plain += prose.slice(from, naming.start) + (naming.brand === brand ? BRAND : `${OTHER}x`);
    from = naming.end;
  }
  plain += prose.slice(from, stretch.end);
  const flat = plain.normalize("NFC").replace(MARKUP, " ").replaceAll("’", "'").replace(/\s+/gu, " ");
  return lower(flat, cues).replace(cues.notOnly, " ").trim();
}
