import { type MarketBrand, sandboxMarket } from "./market";
import { seededRandom } from "./seeded-random";

/** Chance that an answer of the engine names the brand, on an average non-branded prompt; days count from 0. */
interface PresenceCurve {
  readonly from: number;
  readonly to: number;
}

const driftDays = 28;
const promptSpread = 0.7;
const dayShock = 0.15;

/** The own brand rises on ChatGPT and stands still on Google AI Mode; rivals differ by engine. */
const curves: Readonly<Record<string, Readonly<Record<string, PresenceCurve>>>> = {
  chatgpt: {
    Halvorn: { from: 0.35, to: 0.55 },
    Verticore: { from: 0.82, to: 0.78 },
    Nordaka: { from: 0.62, to: 0.62 },
    "Trestle & Pine": { from: 0.3, to: 0.24 },
    Kestrel: { from: 0.48, to: 0.48 },
    Ampline: { from: 0.34, to: 0.34 },
    Stélo: { from: 0.14, to: 0.2 },
  },
  google_ai_mode: {
    Halvorn: { from: 0.42, to: 0.42 },
    Verticore: { from: 0.66, to: 0.66 },
    Nordaka: { from: 0.74, to: 0.74 },
    "Trestle & Pine": { from: 0.18, to: 0.18 },
    Kestrel: { from: 0.33, to: 0.33 },
    Ampline: { from: 0.46, to: 0.4 },
    Stélo: { from: 0.2, to: 0.2 },
  },
};
const elsewhere: PresenceCurve = { from: 0.4, to: 0.4 };

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
  const curve = curves[at.engineId]?.[brand.name] ?? elsewhere;
  const share = Math.min(1, Math.max(0, at.day / (driftDays - 1)));
  const level = curve.from + (curve.to - curve.from) * share;
  const shock = dayShock * seededRandom(at.seed, "day", at.engineId, at.day).normal();
  return logistic(logit(level) + promptEffect(brand, at.seed, at.prompt) + shock);
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
