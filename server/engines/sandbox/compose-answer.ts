import { type AnswerWriter, answerWriter } from "./answer-writer";
import type { MarketBrand, PromptIntent } from "./market";
import { brandPage, reviewPages } from "./market-sources";
import { advice, closings, considerations, headings, openings, proseLinks, turns } from "./phrases";
import type { SandboxSource } from "./sandbox-answer";
import type { SeededRandom } from "./seeded-random";

type Shape = "numbered" | "bullets" | "headings" | "table" | "prose";

const shapes: readonly [Shape, ...Shape[]] = ["numbered", "bullets", "headings", "table", "prose"];

/** Lead-in and ending of one brand's entry, by the answer's shape. */
const marks: Readonly<Record<Exclude<Shape, "table">, { before(rank: number): string; after: string }>> = {
  numbered: { before: (rank) => `${rank}. `, after: "\n" },
  bullets: { before: () => "- ", after: "\n" },
  headings: { before: () => "### ", after: "\n\n" },
  prose: { before: () => "", after: " " },
};

interface Plan {
  readonly engineId: string;
  readonly intent: PromptIntent;
  readonly named: readonly MarketBrand[];
  readonly searched: boolean;
}

/** The text of an answer that names these brands in this order, 80 to 300 words, and the sources that it leans on. */
export function composeAnswer(plan: Plan, random: SeededRandom): { text: string; cited: SandboxSource[] } {
  const writer = answerWriter(plan.engineId, random);
  const shape = random.pick(shapes);
  writer.add(`${random.pick(openings[plan.intent])}\n\n`);
  if (shape !== "prose" && random.chance(0.6)) writer.add(`## ${random.pick(headings)}\n\n`);
  if (shape === "table" && plan.named.length > 1) writeTable(writer, plan, random);
  else writeEntries(writer, shape === "table" ? "bullets" : shape, plan, random);
  if (shape === "prose") writer.add("\n");
  if (plan.named.length < 3) writer.add(`\n${random.pick(advice)}\n`);
  writer.add(`\n${random.pick(considerations)}`);
  if (plan.searched && random.chance(0.7)) writer.cite(random.pick(reviewChoice));
  writer.add(`\n\n${random.pick(closings)}`);
  return writer.finish();
}

const [firstPage, ...otherPages] = reviewPages;
if (!firstPage) throw new Error("the made-up market has no review pages");
const reviewChoice = [firstPage, ...otherPages] as const;

function writeEntries(
  writer: AnswerWriter,
  shape: Exclude<Shape, "table">,
  plan: Plan,
  random: SeededRandom,
): void {
  plan.named.forEach((brand, index) => {
    const mark = marks[shape];
    writer.add(mark.before(index + 1));
    writer.brand(brand);
    writeVerdict(writer, shape, brand, random);
    citeFor(writer, brand, plan, random);
    writer.add(mark.after);
  });
}

/** What is said of a brand: mostly its strengths, sometimes with a weakness, now and then that it isn't the one to buy. */
function writeVerdict(writer: AnswerWriter, shape: Shape, brand: MarketBrand, random: SeededRandom): void {
  if (random.chance(0.06)) {
    writer.add(shape === "headings" ? "\n\nNot" : shape === "prose" ? " is not" : ": not");
    writer.add(` the one to buy for most people: ${brand.weakness}.`);
    return;
  }
  const [first = "", second] = random.sample(brand.strengths, 2);
  if (shape === "headings") writer.add(`\n\n${sentence(first)}`);
  else writer.add(`${shape === "prose" ? random.pick(proseLinks) : ": "}${first}.`);
  if (second && random.chance(0.4)) writer.add(` ${sentence(second)}`);
  if (random.chance(0.25)) writer.add(` ${random.pick(turns)} ${brand.weakness}.`);
}

function writeTable(writer: AnswerWriter, plan: Plan, random: SeededRandom): void {
  writer.add("| Desk | Best for | Watch out |\n| --- | --- | --- |\n");
  for (const brand of plan.named) {
    writer.add("| ");
    writer.brand(brand);
    writer.add(` | ${random.pick(brand.strengths)}`);
    citeFor(writer, brand, plan, random);
    writer.add(` | ${brand.weakness} |\n`);
  }
}

/** The brand's own page, a test, both (now and then the same test again), or nothing. */
function citeFor(writer: AnswerWriter, brand: MarketBrand, plan: Plan, random: SeededRandom): void {
  if (!plan.searched) return;
  if (random.chance(0.3)) writer.cite(brandPage(brand, random));
  if (random.chance(0.45)) writer.cite(random.pick(reviewChoice));
}

function sentence(clause: string): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}
