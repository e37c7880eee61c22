import { type MarketBrand, sandboxMarket } from "./market";
import { type PresenceCurve, personalityOf } from "./personality";
import { seededRandom } from "./seeded-random";

const driftDays = 28;
const promptSpread = 0.7;
const dayShock = 0.15;

/**
 * Chance that one answer names the brand: its curve on that day, moved on the logit scale by what the prompt favours (the
 * same on every day, centred over the market's prompts) and by a shock that a whole day of an engine shares.
 * A brand that the prompt itself names is named in 97 % of answers.
 */
export function presenceOf(
  brand: MarketBrand,
  at: { seed: number; engineId: string; prompt: string; day: number },
): number {
  if (namedIn(brand, at.prompt)) return 0.97;
  const curve = curveOf(brand, at.engineId);
  const share = Math.min(1, Math.max(0, at.day / (driftDays - 1)));
  const level = curve.from + (curve.to - curve.from) * share;
  const shock = dayShock * seededRandom(at.seed, "day", at.engineId, at.day).normal();
  return logistic(logit(level) + promptEffect(brand, at.seed, at.prompt) + shock);
}

/** The engine's own curve for the brand; where it has none, one drawn for the two: it moves by 5 to 20 points. */
function curveOf(brand: MarketBrand, engineId: string): PresenceCurve {
  const own = personalityOf(engineId).presence[brand.name];
  if (own) return own;
  const random = seededRandom("curve", engineId, brand.name);
  const from = 0.25 + 0.4 * random.next();
  const by = 0.05 + 0.15 * random.next();
  return { from, to: random.chance(0.5) ? from + by : from - by };
}

function promptEffect(brand: MarketBrand, seed: number, prompt: string): number {
  const own = rawEffect(brand, seed, prompt);
  const known = sandboxMarket.prompts.filter(({ intent }) => intent !== "branded");
  if (!known.some(({ text }) => text === prompt)) return own;
  return own - known.reduce((sum, { text }) => sum + rawEffect(brand, seed, text), 0) / known.length;
}

function rawEffect(brand: MarketBrand, seed: number, prompt: string): number {
  return promptSpread * seededRandom(seed, "prompt", brand.name, prompt).normal();
}

export function namedIn(brand: MarketBrand, prompt: string): boolean {
  const lower = prompt.toLowerCase();
  return [brand.name, ...brand.aliases].some((name) => lower.includes(name.toLowerCase()));
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
