import { discoverBrands } from "@/server/extraction";
import type { NamedBrand } from "../tasks/keep-named";

const QUOTE_BEFORE = 30;
const QUOTE_AFTER = 90;

/** Untracked brands that the texts name, those that stand in most of them first, each with the words around it. */
export function brandsInTexts(texts: readonly string[], known: readonly string[]): NamedBrand[] {
  const answers = texts.map((text, index) => ({ id: String(index), text }));
  return discoverBrands(answers, known).map(({ name, answerIds: [first] }) => ({
    name,
    quote: around(name, texts[Number(first)] ?? ""),
  }));
}

function around(name: string, text: string): string {
  const at = text.indexOf(name);
  if (at === -1) return name;
  return text.slice(Math.max(0, at - QUOTE_BEFORE), at + name.length + QUOTE_AFTER).trim();
}
