import { composeAnswer } from "./compose-answer";
import { type MarketBrand, type PromptIntent, sandboxMarket } from "./market";
import { reviewPages, urlOf } from "./market-sources";
import { refusals, searchSuffixes } from "./phrases";
import { namedIn, presenceOf } from "./presence-model";
import type { AnswerPlace, AnswerSource, SandboxAnswer } from "./sandbox-answer";
import { type SeededRandom, seededRandom } from "./seeded-random";

/** Shares of what isn't a plain answer, by engine. */
interface OddShares {
  readonly refused: number;
  readonly empty: number;
  readonly truncated: number;
  readonly noAnswerShown: number;
  readonly withoutSearch: number;
}
const apiShares: OddShares = {
  refused: 0.01,
  empty: 0.01,
  truncated: 0.01,
  noAnswerShown: 0,
  withoutSearch: 0.12,
};
const oddShares: Readonly<Record<string, OddShares>> = {
  chatgpt: apiShares,
  google_ai_mode: { refused: 0, empty: 0.01, truncated: 0, noAnswerShown: 0.06, withoutSearch: 0 },
};

const brands: readonly MarketBrand[] = [sandboxMarket.ownBrand, ...sandboxMarket.rivals];
const blank = { text: "", searched: false, queries: [], cited: [], retrieved: [] } as const;

/**
 * Answers of the made-up market. One is a pure function of seed, engine, prompt, simulated day and ordinal: asking again
 * gives the same, and a day's answers to a prompt are the same set whatever the order in which they were asked for.
 */
export function seededAnswers(seed: number): AnswerSource {
  return {
    seriesOf: ({ engineId, prompt, day }) => `${engineId}\u0000${prompt}\u0000${day}`,
    answer: (place) => answerAt(seed, place),
  };
}

function answerAt(seed: number, place: AnswerPlace): SandboxAnswer {
  const random = seededRandom(seed, place.engineId, place.prompt, place.day, place.ordinal);
  const shares = oddShares[place.engineId] ?? apiShares;
  const odd = random.next();
  const searched = !random.chance(shares.withoutSearch);
  if (odd < shares.noAnswerShown) return { ...blank, outcome: "no_answer_shown" };
  if (odd < shares.noAnswerShown + shares.empty) return { ...blank, outcome: "empty" };
  if (odd < shares.noAnswerShown + shares.empty + shares.refused) {
    return { ...blank, outcome: "refused", text: random.pick(refusals) };
  }
  const answer = fullAnswer(seed, place, searched, random);
  return odd > 1 - shares.truncated ? truncate(answer) : answer;
}

function fullAnswer(
  seed: number,
  place: AnswerPlace,
  searched: boolean,
  random: SeededRandom,
): SandboxAnswer {
  const { engineId, prompt, day } = place;
  const named = brands
    .map((brand) => ({ brand, presence: presenceOf(brand, { seed, engineId, prompt, day }) }))
    .filter(({ presence }) => random.chance(presence))
    .map(({ brand, presence }) => ({ brand, key: random.next() ** (1 / presence) }))
    .sort((a, b) => b.key - a.key)
    .map(({ brand }) => brand);
  const { text, cited } = composeAnswer({ engineId, intent: intentOf(prompt), named, searched }, random);
  const others = random.sample(reviewPages, 3 + random.below(4));
  const looked = others.map((page) => ({ url: urlOf(page, engineId, random), title: page.title }));
  return {
    outcome: "answered",
    text,
    searched,
    queries: searched ? [`${sandboxMarket.category} ${random.pick(searchSuffixes)}`] : [],
    cited,
    retrieved: searched ? [...cited.map(({ url, title }) => ({ url, title })), ...looked] : [],
  };
}

function intentOf(prompt: string): PromptIntent {
  const known = sandboxMarket.prompts.find(({ text }) => text === prompt);
  return known?.intent ?? (namedIn(sandboxMarket.ownBrand, prompt) ? "branded" : "category");
}

/** Cut at two thirds, as an answer that ran out of tokens; what was cited further down is gone too. */
function truncate(answer: SandboxAnswer): SandboxAnswer {
  const cut = Math.floor((answer.text.length * 2) / 3);
  return {
    ...answer,
    outcome: "truncated",
    text: answer.text.slice(0, cut),
    cited: answer.cited.filter(({ span }) => span !== null && span.end <= cut),
  };
}
