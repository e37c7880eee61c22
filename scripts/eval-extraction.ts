/**
 * Measures the extractor on answers labelled by reading, prints the worst errors, and writes docs/extraction-quality.md.
 *   npm run eval:extraction [-- --errors 20]
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EXTRACTOR_VERSION } from "@/server/extraction";
import { labelledAnswers } from "./extraction/labelled-answers";
import { hintLines, qualityPage, qualityTable } from "./extraction/quality-page";
import { scoreHints } from "./extraction/score-hints";
import { type Mistake, scoreLabels } from "./extraction/score-labels";

const { values } = parseArgs({ options: { errors: { type: "string", default: "10" } } });
const shownErrors = Number(values.errors);
const read = labelledAnswers();
if (read === null) {
  console.log("No labelled answers: ../shared/answers isn't there. Nothing measured.");
} else {
  const { answers, labels } = read;
  const { brands, scores, mistakes } = scoreLabels(labels, answers);
  const table = qualityTable(scores);
  const labelled = new Set(labels.map(({ id }) => id));
  const unlabelled = [...answers.values()].filter(({ id }) => !labelled.has(id));
  const { shares, differences } = scoreHints(unlabelled);
  const hints = hintLines(shares);
  console.log(
    `Extractor ${EXTRACTOR_VERSION}, ${labels.length} answers, ${brands} brand names tracked\n\n${table}`,
  );
  console.log(`\nRanks against machine-made lists of ${unlabelled.length} unlabelled answers:\n${hints}`);
  printMistakes(mistakes);
  print("ranks unlike the machine-made lists", differences);
  const page = { version: EXTRACTOR_VERSION, labels: labels.length, brands, table };
  writeFileSync(
    fileURLToPath(new URL("../docs/extraction-quality.md", import.meta.url)),
    qualityPage({ ...page, unlabelled: unlabelled.length, hints }),
  );
}

function printMistakes(mistakes: readonly Mistake[]): void {
  for (const kind of ["extra", "missed", "rank", "stance", "extra source", "missed source"] as const) {
    const lines = mistakes
      .filter((mistake) => mistake.kind === kind)
      .map(({ id, what, detail }) => `${id} · ${what} ${detail}`);
    print(kind, lines);
  }
}

function print(title: string, lines: readonly string[]): void {
  const shown = lines.slice(0, shownErrors);
  console.log(`\n${title}: ${lines.length}${shown.length < lines.length ? ` (${shown.length} shown)` : ""}`);
  for (const line of shown) console.log(`  ${line}`);
}
