import { maskText } from "@/server/extraction/normalise/mask-text";
import { unitText } from "@/server/extraction/normalise/unit-text";
import { cleanLabel } from "@/server/extraction/structure/classify-label";
import { findItems } from "@/server/extraction/structure/find-items";
import { BETWEEN_NAMES, NAMES_IN_PROSE } from "./name-patterns";

const MOST_WORDS = 10;
/** "US Mobile or Ting", "Werewolf / Mafia": two names in one label. */
const TWO_NAMES = / (?:or|oder|ou|o|of|lub) (?=\p{Lu})| \/ /u;

/** Names of one answer, each a list of words as written: of its recommended items, and of lists of brands in its prose. */
export function answerNames(text: string): string[][] {
  const { prose } = maskText(text, null);
  const labels = findItems(unitText(prose)).flatMap(({ labels }) =>
    labels.slice(0, 1).flatMap(({ start, end }) => cleanLabel(prose.slice(start, end)).split(TWO_NAMES)),
  );
  const listed = [...prose.matchAll(NAMES_IN_PROSE)].flatMap(([, list = ""]) => list.split(BETWEEN_NAMES));
  return [...labels, ...listed].map(wordsOf).filter((words) => words.length > 0);
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll("\\", "")
    .split(/[\s\uFFFC]+/u)
    .map((word) => (word === "&" ? word : word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+!'’]+$/gu, "")))
    .filter((word) => word !== "")
    .slice(0, MOST_WORDS);
}
