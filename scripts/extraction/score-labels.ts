import { canonicalUrl, compileBrandSet, extractAnswer, foldName } from "@/server/extraction";
import type { Label, RecordedAnswer } from "./labelled-answers";
import { Scores } from "./scores";

export type MistakeKind = "extra" | "missed" | "rank" | "stance" | "extra source" | "missed source";
/** One thing read differently from its label. */
export interface Mistake {
  readonly id: string;
  readonly kind: MistakeKind;
  readonly what: string;
  readonly detail: string;
}

function around(text: string, at: number | undefined): string {
  return at === undefined ? "" : text.slice(Math.max(0, at - 50), at + 60).replace(/\s+/g, " ");
}

/** Brands tracked by their names alone: no aliases, no domains. The name is the id; names that fold alike are one. */
export function trackedByName(names: Iterable<string>): string[] {
  return [...new Map([...names].map((name) => [foldName(name), name])).values()];
}

/** Whole market: every brand of the label file against every labelled answer. A mention counts once an answer. */
export function scoreLabels(labels: readonly Label[], answers: ReadonlyMap<string, RecordedAnswer>) {
  const names = trackedByName(labels.flatMap(({ brands }) => brands.map(({ brand }) => brand)));
  const brandSet = compileBrandSet(
    names.map((name) => ({ id: name, name, aliases: [], domains: [], own: false })),
  );
  const scores = new Scores();
  const mistakes: Mistake[] = [];
  for (const { id, brands } of labels) {
    const answer = answers.get(id);
    if (answer === undefined) continue;
    const { engine, text, prompt } = answer;
    const miss = (kind: MistakeKind, what: string, detail: string) =>
      mistakes.push({ id, kind, what, detail });
    // The sources that the engine handed over are held back: those of its links have to be found in the text.
    const { mentions, citations } = extractAnswer({ text, prompt, sources: [], brandSet });
    const found = new Map(mentions.map((mention) => [foldName(mention.brandId), mention]));
    for (const { brand, rank, stance } of brands) {
      const mention = found.get(foldName(brand));
      found.delete(foldName(brand));
      scores.count(engine, "recall", mention !== undefined);
      if (mention === undefined) {
        miss("missed", brand, "");
        continue;
      }
      scores.count(engine, "precision", true);
      const right = mention.rank === rank;
      if (rank !== null) scores.count(engine, "exact rank", right);
      scores.count(engine, "exact rank, null included", right);
      const context = around(text, mention.spans[0]?.start);
      scores.count(engine, "stance", mention.stance === stance);
      if (mention.stance !== stance)
        miss("stance", brand, `${stance} read as ${mention.stance} · ${context}`);
      if (!right) miss("rank", brand, `${rank} read as ${mention.rank} · ${context}`);
    }
    for (const mention of found.values()) {
      scores.count(engine, "precision", false);
      miss("extra", mention.brandId, around(text, mention.spans[0]?.start));
    }
    scoreSources(answer, citations, scores, miss);
  }
  return { brands: names.length, scores, mistakes };
}

/** Only where the engine's sources stand in its text: of others the text can't know. */
function scoreSources(
  answer: RecordedAnswer,
  citations: readonly { readonly canonicalUrl: string }[],
  scores: Scores,
  miss: (kind: MistakeKind, what: string, detail: string) => void,
): void {
  const shown = new Set(answer.sources.map(({ url }) => canonicalUrl(url)));
  if (!answer.sources.some(({ url }) => answer.text.includes(url)) && shown.size > 0) return;
  const read = new Set(citations.map((citation) => citation.canonicalUrl));
  for (const url of read) {
    scores.count(answer.engine, "citation precision", shown.has(url));
    if (!shown.has(url)) miss("extra source", url, "");
  }
  for (const url of shown) {
    scores.count(answer.engine, "citation recall", read.has(url));
    if (!read.has(url)) miss("missed source", url, "");
  }
}
