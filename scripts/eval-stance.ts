import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  compileBrandSet,
  discoverBrands,
  extractAnswer,
  foldName,
  mentionOfPassage,
  STANCE_RULES_VERSION,
  STANCES,
  type Stance,
  type StanceOutcome,
  type StancePassage,
  type StanceScore,
  scoreStances,
} from "@/server/extraction";

/**
 * Measures the stances that the rules give, on passages written for it and on recorded answers, and how many brands are
 * discovered when none is tracked. Prints, and writes docs/stance-quality.md. `--errors` lists what is judged wrongly.
 */

type Label = {
  id: string;
  brands: { brand: string; forms: string[]; rank: number | null; stance: Stance }[];
};
type Answer = { id: string; promptSet: string; prompt: string; text: string };

const root = fileURLToPath(new URL("..", import.meta.url));
const passagesFolder = `${root}server/extraction/stance/passages/`;
const recorded = `${root}../shared/answers/`;

/** Trusts the files' documented shapes. */
function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

function outcomesOf(passages: readonly StancePassage[]): StanceOutcome[] {
  return passages.map((passage) => {
    const mention = mentionOfPassage(passage);
    const found = mention?.stance ?? (passage.stance === "neutral" ? "listed" : "neutral");
    if (found !== passage.stance && process.argv.includes("--errors"))
      console.log(
        `${passage.language} ${passage.brand}: ${passage.stance} read as ${found} · ${passage.text}`,
      );
    return { expected: passage.stance, found, ...(mention && { confidence: mention.stanceConfidence }) };
  });
}

function row(name: string, outcomes: readonly StanceOutcome[]): string {
  const { macroF1, accuracy, f1 } = scoreStances(outcomes);
  const cells = [macroF1, accuracy, ...STANCES.map((stance) => f1[stance])].map((share) => share.toFixed(3));
  return `| ${name} | ${outcomes.length} | ${cells.join(" | ")} |`;
}

function confusions({ counts }: StanceScore): string {
  const head = `| labelled \\ read as | ${STANCES.join(" | ")} |\n| --- | ${STANCES.map(() => "---").join(" | ")} |`;
  const rows = STANCES.map(
    (expected) => `| ${expected} | ${STANCES.map((found) => counts[expected][found]).join(" | ")} |`,
  );
  return [head, ...rows].join("\n");
}

/** How often each confidence of the rules is right; below `sureFrom` a model is asked, where there is one. */
function byConfidence(heldOut: readonly StanceOutcome[], labelled: readonly StanceOutcome[]): string {
  const share = (outcomes: readonly StanceOutcome[], confidence: number) => {
    const own = outcomes.filter((each) => each.confidence === confidence);
    const right = own.filter(({ expected, found }) => expected === found).length;
    return own.length === 0 ? "" : `${(right / own.length).toFixed(3)} (${right} of ${own.length})`;
  };
  const confidences = new Set([...heldOut, ...labelled].flatMap(({ confidence }) => confidence ?? []));
  const rows = [...confidences]
    .toSorted((one, other) => other - one)
    .map((each) => `| ${each} | ${share(heldOut, each)} | ${share(labelled, each)} |`);
  return ["| confidence | held-out passages | recorded answers |", "| --- | --- | --- |", ...rows].join("\n");
}

function recordedOutcomes(labels: readonly Label[], answers: ReadonlyMap<string, Answer>): StanceOutcome[] {
  const names = new Map(labels.flatMap(({ brands }) => brands.map(({ brand }) => [foldName(brand), brand])));
  const brandSet = compileBrandSet(
    [...names.values()].map((name) => ({ id: name, name, aliases: [], domains: [], own: false })),
  );
  return labels.flatMap(({ id, brands }) => {
    const { text = "", prompt = null } = answers.get(id) ?? {};
    const { mentions } = extractAnswer({ text, prompt, sources: [], brandSet });
    const found = new Map(mentions.map((mention) => [foldName(mention.brandId), mention]));
    return brands.flatMap(({ brand, stance }) => {
      const judged = found.get(foldName(brand));
      if (judged === undefined) return [];
      return [{ expected: stance, found: judged.stance, confidence: judged.stanceConfidence }];
    });
  });
}

/** Discovery by topic: the answers to one question, none of whose brands is tracked. */
function discovery(labels: readonly Label[], answers: ReadonlyMap<string, Answer>, least: number): string {
  const topics = Map.groupBy(labels, ({ id }) => answers.get(id)?.promptSet ?? "");
  const count = { found: 0, right: 0, wanted: 0, hit: 0 };
  for (const topic of topics.values()) {
    const found = discoverBrands(
      topic.map(({ id }) => ({ id, text: answers.get(id)?.text ?? "" })),
      [],
    ).filter(({ answerIds }) => answerIds.length >= least);
    const names = new Set(found.map(({ name }) => foldName(name)));
    const forms = new Map<string, { names: Set<string>; answers: number; item: boolean }>();
    for (const { brands } of topic) {
      for (const { brand, forms: written, rank } of brands) {
        const known = forms.get(foldName(brand)) ?? { names: new Set(), answers: 0, item: false };
        for (const name of [brand, ...written]) known.names.add(foldName(name));
        forms.set(foldName(brand), {
          ...known,
          answers: known.answers + 1,
          item: known.item || rank !== null,
        });
      }
    }
    const all = new Set([...forms.values()].flatMap((each) => [...each.names]));
    const wanted = [...forms.values()].filter((each) => each.item && each.answers >= least);
    count.found += names.size;
    count.right += [...names].filter((name) => all.has(name)).length;
    count.wanted += wanted.length;
    count.hit += wanted.filter((each) => [...each.names].some((name) => names.has(name))).length;
  }
  const share = (part: number, whole: number) => `${(part / whole).toFixed(3)} (${part} of ${whole})`;
  return `| ${least} | ${share(count.right, count.found)} | ${share(count.hit, count.wanted)} |`;
}

const halves = ["tuned", "held-out"].map((name) => ({
  name,
  outcomes: outcomesOf(readLines<StancePassage>(`${passagesFolder}${name}.jsonl`)),
}));
const sections = [
  `| passages | number | macro-F1 | accuracy | ${STANCES.join(" | ")} |\n| --- | --- | --- | --- | ${STANCES.map(() => "---").join(" | ")} |`,
  row(
    "both halves",
    halves.flatMap(({ outcomes }) => outcomes),
  ),
  ...halves.map(({ name, outcomes }) => row(`${name} half`, outcomes)),
];
let page = `${sections.join("\n")}\n`;
if (existsSync(`${recorded}gold.jsonl`) && existsSync(`${recorded}answers.jsonl`)) {
  const labels = readLines<Label>(`${recorded}gold.jsonl`);
  const answers = new Map(readLines<Answer>(`${recorded}answers.jsonl`).map((answer) => [answer.id, answer]));
  const outcomes = recordedOutcomes(labels, answers);
  const score = scoreStances(outcomes);
  page += `
## Recorded answers

${outcomes.length} labelled mentions that the extractor finds, nearly all of them recommended: agreement ${score.accuracy.toFixed(3)}; a judge that always says "recommended" would reach ${(outcomes.filter(({ expected }) => expected === "recommended").length / outcomes.length).toFixed(3)}. What was wrong in them was read while the rules were written.

${confusions(score)}

## By confidence

The share that is right of what the rules read with each confidence.

${byConfidence(halves[1]?.outcomes ?? [], outcomes)}

## Discovery of brands that nobody tracks

The labelled answers, topic by topic, with no brand tracked. Precision: suggestions that the labels know as a brand. Recall: labelled brands that are items of a list.

| named in so many answers or more | precision | recall |
| --- | --- | --- |
${[1, 2].map((least) => discovery(labels, answers, least)).join("\n")}
`;
} else {
  console.log("No labelled answers: ../shared/answers isn't there. Passages alone are measured.");
}
console.log(page);
writeFileSync(
  `${root}docs/stance-quality.md`,
  `# Quality of stances and of discovery

Written by \`npm run eval:stance\`; don't edit. Stance rules ${STANCE_RULES_VERSION}.

The passages were written before the rules, by the same hand, in ten languages, with made-up brands: five stances evenly. The tuned half was read while the rules were written, the held-out half was not. Columns of stances are F1.

${page}`,
);
