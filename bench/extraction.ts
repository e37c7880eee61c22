/**
 * Throughput of the whole extractor (masking, matching, context, lists, citations), one thread, in processor time, since
 * other work on the machine then hardly moves the ratios; the clock's time stands beside it. Fails below 10 MB/s with 10 brands, below 0.7 of that with
 * 1,000, and where ten times as much hostile text takes more than 15 times as long.
 *   node scripts/bootstrap.mjs bench/extraction.ts
 */
import { compileBrandSet, extractAnswer } from "@/server/extraction";
import { generator, madeUpAnswers, madeUpNames } from "./made-up-answers";

const ANSWERS = 1_000;
const ROUNDS = 8;
const SIZES = [10, 100, 1_000] as const;
const LEAST_SPEED = 10;
const LEAST_RATIO = 0.7;
const HOSTILE_SIZES = [1_000_000, 10_000_000] as const;
const MOST_GROWTH = 15;

const random = generator(7);
const names = madeUpNames(random, 1_000);
const sets = SIZES.map((size) =>
  compileBrandSet(
    names.slice(0, size).map((name, id) => ({ id: `${id}`, name, aliases: [], domains: [], own: false })),
  ),
);

compareSizes();
compareHostile();

type Taken = { readonly processor: number; readonly wall: number };

/** Seconds of a piece of work. */
function secondsOf(work: () => void): Taken {
  const from = process.cpuUsage();
  const began = performance.now();
  work();
  const wall = (performance.now() - began) / 1e3;
  const { user, system } = process.cpuUsage(from);
  return { processor: (user + system) / 1e6, wall };
}

function fail(what: string): void {
  console.log(`  ${what}`);
  process.exitCode = 1;
}

function compareSizes(): void {
  // Only the first ten are named, so that every set finds the same.
  const texts = madeUpAnswers(random, names.slice(0, 10), ANSWERS);
  const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
  const best = SIZES.map(() => 0);
  const fastest = SIZES.map(() => 0);
  // Rounds in turn; the first ones warm the compiler up.
  for (let round = 0; round < ROUNDS; round += 1)
    sets.forEach((brandSet, index) => {
      const { processor, wall } = secondsOf(() => {
        for (const text of texts) extractAnswer({ text, prompt: null, sources: [], brandSet });
      });
      best[index] = Math.max(best[index] ?? 0, megabytes / processor);
      fastest[index] = Math.max(fastest[index] ?? 0, megabytes / wall);
    });
  const control = best[0] ?? 1;
  SIZES.forEach((size, index) => {
    const speed = best[index] ?? 0;
    console.log(
      `${size} brands: ${speed.toFixed(1)} MB per processor second (${fastest[index]?.toFixed(1)} by the clock), ${(speed / control).toFixed(2)} of the speed with 10`,
    );
  });
  if (control < LEAST_SPEED) fail(`below ${LEAST_SPEED} MB per second`);
  if ((best.at(-1) ?? 0) / control < LEAST_RATIO) fail(`below ${LEAST_RATIO} of the speed with 10`);
}

function compareHostile(): void {
  const first = names[0] ?? "";
  const units = {
    "opening brackets": "[",
    "nested links": "[a](",
    "combining marks": "e\u0301\u0301\u0301",
    "near-matches": `${first.slice(0, -1)} `,
    "matches and nothing else": `${first} `,
    "list items": `1. ${first}\n`,
    colons: "Aa.Bb:",
    prices: "Aa$1.99",
    backslashes: "\\\u00AD",
    tags: "<think>",
  };
  const brandSet = sets[2] ?? compileBrandSet([]);
  for (const [name, unit] of Object.entries(units)) {
    const seconds = HOSTILE_SIZES.map((size) => {
      const text = unit.repeat(size / unit.length);
      return secondsOf(() => void extractAnswer({ text, prompt: null, sources: [], brandSet })).processor;
    });
    const growth = (seconds[1] ?? 0) / Math.max(seconds[0] ?? 0, 0.01);
    console.log(`10 MB of ${name}: ${(seconds[1] ?? 0).toFixed(2)} s, ${growth.toFixed(1)} times 1 MB`);
    if (growth > MOST_GROWTH) fail(`more than ${MOST_GROWTH} times`);
  }
}
