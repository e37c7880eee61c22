import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compileBrandSet, EXTRACTOR_VERSION, extractAnswer, foldName } from "@/server/extraction";

/**
 * Measures the extractor on answers labelled by reading. Whole market: every brand name of the label file is tracked,
 * by name only, and matched against every labelled answer. Prints a table, writes docs/extraction-quality.md.
 */

type Label = { id: string; brands: { brand: string; rank: number | null }[] };
type Answer = { id: string; engine: string; text: string };
type Score = {
  hit: number;
  extra: number;
  missed: number;
  ranked: number;
  rankRight: number;
  nullRight: number;
  nulls: number;
};
type Mistake = {
  id: string;
  kind: "extra" | "missed" | "rank";
  brand: string;
  detail: string;
  context: string;
};

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}../shared/answers/`;
const Z_95 = 1.959964;

/** Trusts the two files' documented shape (../shared/answers/README.md). */
function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

/** Wilson's 95 % score interval of a share (Wilson 1927). */
function wilson(hits: number, total: number): string {
  if (total === 0) return "n/a";
  const share = hits / total;
  const scale = 1 + (Z_95 * Z_95) / total;
  const centre = (share + (Z_95 * Z_95) / (2 * total)) / scale;
  const half =
    (Z_95 * Math.sqrt((share * (1 - share)) / total + (Z_95 * Z_95) / (4 * total * total))) / scale;
  return `${share.toFixed(3)} [${Math.max(0, centre - half).toFixed(3)}, ${Math.min(1, centre + half).toFixed(3)}]`;
}

function emptyScore(): Score {
  return { hit: 0, extra: 0, missed: 0, ranked: 0, rankRight: 0, nullRight: 0, nulls: 0 };
}

function f1(score: Score): string {
  const denominator = 2 * score.hit + score.extra + score.missed;
  return denominator === 0 ? "n/a" : ((2 * score.hit) / denominator).toFixed(3);
}

function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 50), at + 60).replace(/\s+/g, " ");
}

function measure(labels: readonly Label[], answers: ReadonlyMap<string, Answer>) {
  const names = [
    ...new Map(labels.flatMap(({ brands }) => brands.map(({ brand }) => [foldName(brand), brand]))).values(),
  ];
  const brandSet = compileBrandSet(
    names.map((name) => ({ id: name, name, aliases: [], domains: [], own: false })),
  );
  const scores = new Map<string, Score>([["all", emptyScore()]]);
  const mistakes: Mistake[] = [];
  for (const label of labels) {
    const answer = answers.get(label.id);
    if (answer === undefined) continue;
    const engineScore = scores.get(answer.engine) ?? emptyScore();
    scores.set(answer.engine, engineScore);
    const both = [engineScore, scores.get("all") ?? emptyScore()];
    const count = (key: keyof Score) => {
      for (const score of both) score[key] += 1;
    };
    const { mentions } = extractAnswer({ text: answer.text, sources: [], brandSet });
    const found = new Map(mentions.map((mention) => [foldName(mention.brandId), mention]));
    for (const { brand, rank } of label.brands) {
      const mention = found.get(foldName(brand));
      found.delete(foldName(brand));
      if (mention === undefined) {
        count("missed");
        mistakes.push({ id: label.id, kind: "missed", brand, detail: "", context: "" });
        continue;
      }
      count("hit");
      if (rank !== null) {
        count("ranked");
        if (mention.rank === rank) count("rankRight");
      } else {
        count("nulls");
        if (mention.rank === null) count("nullRight");
      }
      if (mention.rank !== rank) {
        const context = around(answer.text, mention.spans[0]?.start ?? 0);
        mistakes.push({
          id: label.id,
          kind: "rank",
          brand,
          detail: `${rank} read as ${mention.rank}`,
          context,
        });
      }
    }
    for (const mention of found.values()) {
      count("extra");
      const context = around(answer.text, mention.spans[0]?.start ?? 0);
      mistakes.push({ id: label.id, kind: "extra", brand: mention.brandId, detail: "", context });
    }
  }
  return { brands: names.length, scores, mistakes };
}

function table(scores: ReadonlyMap<string, Score>): string {
  const rows = [...scores].map(([engine, score]) => {
    const named = score.hit + score.missed;
    return [
      engine,
      `${named}`,
      wilson(score.hit, score.hit + score.extra),
      wilson(score.hit, named),
      f1(score),
      wilson(score.rankRight, score.ranked),
      wilson(score.rankRight + score.nullRight, score.ranked + score.nulls),
    ];
  });
  const head = [
    "engine",
    "labelled mentions",
    "precision",
    "recall",
    "F1",
    "exact rank (labelled items)",
    "exact rank (all, null included)",
  ];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function page(labels: number, brands: number, body: string): string {
  return `# Quality of the extraction

Written by \`npx tsx scripts/eval-extraction.ts\`; don't edit. Extractor ${EXTRACTOR_VERSION}.

${labels} answers labelled by reading (by a language model under a written guideline; a second pass of the same kind agreed at F1 0.975 on 30 of them). Every one of the ${brands} brand names of the label file is tracked, by its name alone, in every answer: no aliases, no domains. A mention counts once an answer. Brackets are Wilson's 95 % intervals; mentions of one answer aren't independent, so they are somewhat too narrow.

${body}

Known limits: product lines without their maker's name ("MacBook" for Apple) need an alias; the labels count them, so recall can't reach 1 here. The labels were read while the rules were written, so expect a little less on other data.
`;
}

const { values } = parseArgs({ options: { errors: { type: "string", default: "0" } } });
if (!existsSync(`${folder}gold.jsonl`) || !existsSync(`${folder}answers.jsonl`)) {
  console.log("No labelled answers: ../shared/answers isn't there. Nothing measured.");
  process.exit(0);
}
const labels = readLines<Label>(`${folder}gold.jsonl`);
const answers = new Map(readLines<Answer>(`${folder}answers.jsonl`).map((answer) => [answer.id, answer]));
const { brands, scores, mistakes } = measure(labels, answers);
const body = table(scores);
console.log(
  `Extractor ${EXTRACTOR_VERSION}, ${labels.length} answers, ${brands} brand names tracked\n\n${body}`,
);
for (const kind of ["extra", "missed", "rank"] as const) {
  const of = mistakes.filter((mistake) => mistake.kind === kind);
  const shown = of.slice(0, Number(values.errors) || 0);
  console.log(`\n${kind}: ${of.length}${shown.length < of.length ? ` (${shown.length} shown)` : ""}`);
  for (const { id, brand, detail, context } of shown)
    console.log(`  ${id} · ${brand} ${detail} · ${context}`);
}
writeFileSync(`${root}docs/extraction-quality.md`, page(labels.length, brands, body));
