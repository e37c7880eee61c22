import { composeAnswer } from "./compose-answer";
import { cutShort } from "./cut-short";
import { type MarketBrand, type PromptIntent, sandboxMarket } from "./market";
import { pagesFor, urlOf } from "./market-sources";
import { personalityOf } from "./personality";
import { phrasesOf } from "./phrases/phrases-of";
import { namedIn, presenceOf } from "./presence-model";
import { type AnswerLanguage, languageOf } from "./prompt-language";
import type { AnswerPlace, AnswerSource, SandboxAnswer } from "./sandbox-answer";
import { type SeededRandom, seededRandom } from "./seeded-random";

const brands: readonly MarketBrand[] = [sandboxMarket.ownBrand, ...sandboxMarket.rivals];
const blank = { text: "", searched: false, queries: [], cited: [], retrieved: [] } as const;

/**
 * Answers of the made-up market, in the engine's manner and the prompt's language. One is a pure function of seed, engine,
 * prompt, language, simulated day and ordinal: asking again gives the same, and a day's answers to a prompt are the same set
 * whatever the order in which they were asked for.
 */
export function seededAnswers(seed: number): AnswerSource {
  return {
    seriesOf: ({ engineId, prompt, day }) => `${engineId}\u0000${prompt}\u0000${day}`,
    answer: (place) => answerAt(seed, place),
  };
}

function answerAt(seed: number, place: AnswerPlace): SandboxAnswer {
  const random = seededRandom(seed, place.engineId, place.prompt, place.day, place.ordinal);
  const shares = personalityOf(place.engineId).odd;
  const language = languageOf(place.prompt, place.language);
  const odd = random.next();
  const searched = !random.chance(shares.withoutSearch);
  if (odd < shares.noAnswerShown) return { ...blank, outcome: "no_answer_shown" };
  if (odd < shares.noAnswerShown + shares.empty) return { ...blank, outcome: "empty" };
  if (odd < shares.noAnswerShown + shares.empty + shares.refused) {
    return { ...blank, outcome: "refused", text: random.pick(phrasesOf(language).refusals) };
  }
  const answer = fullAnswer(seed, place, { language, searched }, random);
  return odd > 1 - shares.truncated ? cutShort(answer) : answer;
}

function fullAnswer(
  seed: number,
  place: AnswerPlace,
  { language, searched }: { language: AnswerLanguage; searched: boolean },
  random: SeededRandom,
): SandboxAnswer {
  const { engineId, prompt, day } = place;
  const personality = personalityOf(engineId);
  const named = brands
    .map((brand) => ({ brand, presence: presenceOf(brand, { seed, engineId, prompt, day }) }))
    .filter(({ presence }) => random.chance(presence))
    .map(({ brand, presence }) => ({ brand, key: random.next() ** (1 / presence) }))
    .sort((a, b) => b.key - a.key)
    .map(({ brand }) => brand)
    .slice(0, personality.length.brands);
  const plan = { personality, language, intent: intentOf(prompt), named, searched };
  const { text, cited } = composeAnswer(plan, random);
  const { least, spread } = personality.looked;
  const others = random.sample(pagesFor(personality.sources, language), least + random.below(spread));
  const looked = others.map((page) => ({ url: urlOf(page, personality.urlMark, random), title: page.title }));
  const { category, searchSuffixes } = phrasesOf(language);
  return {
    outcome: "answered",
    text,
    searched,
    queries: searched ? [`${category} ${random.pick(searchSuffixes)}`] : [],
    cited,
    retrieved: searched ? [...cited.map(({ url, title }) => ({ url, title })), ...looked] : [],
  };
}

function intentOf(prompt: string): PromptIntent {
  const known = sandboxMarket.prompts.find(({ text }) => text === prompt);
  return known?.intent ?? (namedIn(sandboxMarket.ownBrand, prompt) ? "branded" : "category");
}
