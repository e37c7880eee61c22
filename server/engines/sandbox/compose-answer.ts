import { type AnswerWriter, answerWriter } from "./answer-writer";
import type { MarketBrand, PromptIntent } from "./market";
import { brandPage, pagesFor, type SourcePage } from "./market-sources";
import type { AnswerShape, Personality } from "./personality";
import type { PhrasePack } from "./phrases/phrase-pack";
import { phrasesOf, wordsFor } from "./phrases/phrases-of";
import type { AnswerLanguage } from "./prompt-language";
import type { SandboxSource } from "./sandbox-answer";
import type { SeededRandom } from "./seeded-random";

type ListShape = Exclude<AnswerShape, "table">;

/** Lead-in and ending of one brand's entry, by the answer's shape. */
const marks: Readonly<Record<ListShape, { before(rank: number): string; after: string }>> = {
  numbered: { before: (rank) => `${rank}. `, after: "\n" },
  bullets: { before: () => "- ", after: "\n" },
  headings: { before: () => "### ", after: "\n\n" },
  prose: { before: () => "", after: " " },
  cards: { before: () => "", after: "\n\n" },
};

interface Plan {
  readonly personality: Personality;
  readonly language: AnswerLanguage;
  readonly intent: PromptIntent;
  readonly named: readonly MarketBrand[];
  readonly searched: boolean;
}

/** What every part of one answer is written with. */
interface Desk {
  readonly plan: Plan;
  readonly words: PhrasePack;
  readonly pages: readonly [SourcePage, ...SourcePage[]];
  readonly writer: AnswerWriter;
  readonly random: SeededRandom;
}

/** The text of an answer that names these brands in this order, and the sources that it leans on. */
export function composeAnswer(plan: Plan, random: SeededRandom): { text: string; cited: SandboxSource[] } {
  const { personality, language, named } = plan;
  const writer = answerWriter(personality, random);
  const words = phrasesOf(language);
  const desk = { plan, words, pages: pagesFor(personality.sources, language), writer, random };
  const shape = random.pick(personality.shapes);
  writer.add(`${random.pick(words.openings[plan.intent])}\n\n`);
  if (shape !== "prose" && random.chance(0.6)) writer.add(`## ${random.pick(words.headings)}\n\n`);
  if (shape === "table" && named.length > 1) writeTable(desk);
  else writeEntries(desk, shape === "table" ? "bullets" : shape);
  if (shape === "prose") writer.add("\n");
  if (named.length < 3) writer.add(`\n${random.pick(words.advice)}\n`);
  if (personality.length.considerations) writer.add(`\n${random.pick(words.considerations)}`);
  if (plan.searched && random.chance(personality.citing.closing)) writer.cite(random.pick(desk.pages));
  writer.add(`\n\n${random.pick(words.closings)}`);
  return writer.finish();
}

function writeEntries(desk: Desk, shape: ListShape): void {
  const { plan, writer } = desk;
  const mark = marks[shape];
  plan.named.forEach((brand, index) => {
    writer.add(mark.before(index + 1));
    writer.brand(brand);
    if (shape === "cards") writeOffer(desk);
    writeVerdict(desk, shape, brand);
    citeFor(desk, brand);
    writer.add(mark.after);
  });
}

/** Price and stars of a card, as on a page of products. */
function writeOffer({ words: { currency }, writer, random }: Desk): void {
  const price = (39 + random.below(60)) * 10 * currency.factor;
  const stars = (3.6 + random.below(14) / 10).toFixed(1);
  writer.add(`\n${currency.before}${price}${currency.after} · ★ ${stars} (${20 + random.below(900)})\n`);
}

/** What is said of a brand: mostly its strengths, sometimes with a weakness, now and then that it isn't the one to buy. */
function writeVerdict({ plan, words, writer, random }: Desk, shape: ListShape, brand: MarketBrand): void {
  const { strengths, weakness } = wordsFor(brand, plan.language);
  const apart = shape === "headings" || shape === "cards";
  if (random.chance(0.06)) {
    const lead = words.notToBuy[shape === "headings" || shape === "prose" ? shape : "list"];
    writer.add(`${shape === "cards" ? lead.slice(words.colon.length) : lead}${weakness}${words.stop}`);
    return;
  }
  const [first = "", second] = random.sample(strengths, 2);
  if (apart) writer.add(`${shape === "headings" ? "\n\n" : ""}${sentence(first, words)}`);
  else writer.add(`${shape === "prose" ? random.pick(words.proseLinks) : words.colon}${first}${words.stop}`);
  if (second && random.chance(0.4)) writer.add(`${words.gap}${sentence(second, words)}`);
  if (random.chance(0.25)) {
    writer.add(`${words.gap}${random.pick(words.turns)}${words.gap}${weakness}${words.stop}`);
  }
}

function writeTable(desk: Desk): void {
  const { plan, words, writer, random } = desk;
  writer.add(`${words.tableHead}\n| --- | --- | --- |\n`);
  for (const brand of plan.named) {
    const { strengths, weakness } = wordsFor(brand, plan.language);
    writer.add("| ");
    writer.brand(brand);
    writer.add(` | ${random.pick(strengths)}`);
    citeFor(desk, brand);
    writer.add(` | ${weakness} |\n`);
  }
}

/** The brand's own page, a test, both (now and then the same test again), or nothing. */
function citeFor({ plan, pages, writer, random }: Desk, brand: MarketBrand): void {
  if (!plan.searched) return;
  const { ownSite, others } = plan.personality.citing;
  if (random.chance(ownSite)) writer.cite(brandPage(brand, random));
  if (random.chance(others)) writer.cite(random.pick(pages));
}

function sentence(clause: string, { stop }: PhrasePack): string {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}${stop}`;
}
