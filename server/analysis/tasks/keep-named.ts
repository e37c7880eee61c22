import { foldName } from "@/server/extraction";
import { quoteInText } from "../quote-in-text";

const NAME_CHARACTERS = 80;
const QUOTE_CHARACTERS = 200;

/** A name with the words around it, both as they stand in a text. */
export interface NamedBrand {
  readonly name: string;
  readonly quote: string;
}

/**
 * The names that stand in one of the texts, each once and as first seen, without those that are known already in any
 * spelling. A quote that doesn't stand there, or doesn't hold the name, becomes the name itself.
 */
export function keepNamed(
  named: readonly NamedBrand[],
  texts: readonly string[],
  known: readonly string[],
  most: number,
): NamedBrand[] {
  const seen = new Set(known.map(foldName));
  const kept: NamedBrand[] = [];
  for (const { name, quote } of named) {
    if (kept.length >= most) break;
    const found = name.trim();
    const folded = foldName(found);
    if (found.length > NAME_CHARACTERS || folded === "" || seen.has(folded)) continue;
    if (!texts.some((text) => text.includes(found))) continue;
    seen.add(folded);
    kept.push({ name: found, quote: quoteOf(found, quote, texts) });
  }
  return kept;
}

function quoteOf(name: string, quote: string, texts: readonly string[]): string {
  for (const text of texts) {
    const found = quoteInText(text, quote, QUOTE_CHARACTERS);
    if (found?.includes(name)) return found;
  }
  return name;
}
