import type { NamedBrand } from "../tasks/keep-named";

/** What an answer sets in bold, and what its list items begin with: where answers put the things that they offer. */
const LEADS = [
  /\*\*([^*\n]{2,60})\*\*/g,
  /^[ \t]*(?:\d{1,2}[.)]|[-*•])[ \t]+([^*:\n–—(]{2,60}?)(?=[ \t]*(?:[:–—(\n]|- |$))/gm,
];

const WORDS_OF_A_NAME = 4;
const QUOTE_BEFORE = 30;
const QUOTE_AFTER = 90;

/** Words that begin headings and lead-ins, not names. */
const NO_NAMES =
  /^(best|why|how|what|when|where|which|who|pros?|cons?|price|pricing|features?|summary|conclusion|note|tips?|overall|key|top|other|more|for|if|the|a|an|it|you|your|free|paid|option|step|verdict|budget|runner|winner|great|good|strengths?|weaknesses|limitations?|ideal|choose|use|consider)\b/i;

/** Names that an answer offers, in the order in which they stand, each as often as it is set apart. Linear in the text. */
export function namesInText(text: string): NamedBrand[] {
  const found = LEADS.flatMap((lead) =>
    [...text.matchAll(lead)].map((match) => ({ match, name: nameOf(match[1]) })),
  );
  return found
    .filter(({ name }) => name !== "")
    .sort((one, other) => one.match.index - other.match.index)
    .map(({ match, name }) => {
      const at = text.indexOf(name, match.index);
      return {
        name,
        quote: text.slice(Math.max(0, at - QUOTE_BEFORE), at + name.length + QUOTE_AFTER).trim(),
      };
    });
}

/** "" where a lead looks like no name: a sentence, a heading, an ordinary word. */
function nameOf(lead: string | undefined): string {
  const name = (lead ?? "")
    .replace(/^\d{1,2}[.)]\s*/, "")
    .replace(/[\s:.,;!?]+$/, "")
    .trim();
  if (name.split(/\s+/).length > WORDS_OF_A_NAME) return "";
  return /^[\p{Lu}\p{N}\p{Lo}]/u.test(name) && /\p{L}/u.test(name) && !NO_NAMES.test(name) ? name : "";
}
