import { normalQuantile, TWO_SIDED, wilson } from "@/server/metrics";
import { MEASURES, type Scores, type Share } from "./scores";

function withInterval({ good, of }: Share): string {
  if (of === 0) return "–";
  const { low, high } = wilson(good / of, of, normalQuantile(TWO_SIDED));
  return `${(good / of).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
}

/** The scores as a markdown table, one row an engine. */
export function qualityTable(scores: Scores): string {
  const head = ["engine", "labelled mentions", "F1", ...MEASURES];
  const rows = [...scores.engines.keys()].map((engine) => [
    engine,
    `${scores.share(engine, "recall").of}`,
    scores.f1(engine)?.toFixed(3) ?? "–",
    ...MEASURES.map((measure) => withInterval(scores.share(engine, measure))),
  ]);
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** One line an engine: how far ranks agree with lists that nothing was tuned to. */
export function hintLines(shares: ReadonlyMap<string, Share>): string {
  return [...shares]
    .map(([engine, share]) => `- ${engine}: ${withInterval(share)} of ${share.of} ranks`)
    .join("\n");
}

/** docs/extraction-quality.md. */
export function qualityPage(facts: {
  readonly version: string;
  readonly labels: number;
  readonly brands: number;
  readonly table: string;
  readonly unlabelled: number;
  readonly hints: string;
}): string {
  return `# Quality of the extraction

Written by \`npm run eval:extraction\`; don't edit. Extractor ${facts.version}.

${facts.labels} answers labelled by reading (by a language model under a written guideline; a second pass of the same kind agreed at F1 0.975 on 30 of them, and on 0.990 of the ranks). Every one of the ${facts.brands} brand names of the label file is tracked, by its name alone, in every answer: no aliases, no domains. A mention counts once an answer; exact rank is of labelled items. Citations are read from the text alone, and compared with the sources that the engine handed over where these stand in its text. Brackets are Wilson's 95 % intervals; mentions of one answer aren't independent, so they are somewhat too narrow.

${facts.table}

Held out: on ${facts.unlabelled} answers that nobody labelled, ranks agree with the data set's own machine-made top lists as follows. These lists are no truth: on the labelled answers they agree with the labels to 0.91 (chatgpt) and 0.81 (google_ai_mode).

${facts.hints}

Known limits: product lines without their maker's name ("MacBook" for Apple) need an alias; the labels count them, so recall can't reach 1 here. The labels were read while the rules were written, so expect a little less on other data. Check it on your own: \`npm run extract -- --brands brands.json --answers answers.jsonl --out predictions.jsonl\`.
`;
}
