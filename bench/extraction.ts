import { compileBrandSet, extractAnswer } from "@/server/extraction";

/**
 * Throughput of the extractor with 10, 100 and 1,000 brands on made-up answers; ratios against 10 brands of the same
 * run. Matching is one pass, so the ratios should stay near 1.
 */

const ANSWERS = 400;
const ROUNDS = 5;
const SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zo".split(" ");

/** A small linear congruential generator, so that every run sees the same text. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

function word(random: () => number, syllables: number): string {
  let out = "";
  for (let at = 0; at < syllables; at += 1) out += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
  return out;
}

const random = generator(7);
const names = Array.from({ length: 1000 }, () => {
  const name = word(random, 4);
  return name.charAt(0).toUpperCase() + name.slice(1);
});

function answer(): string {
  const lines = ["Here are some of the best options:", ""];
  for (let item = 1; item <= 8; item += 1) {
    const name = names[Math.floor(random() * 10)] ?? "";
    lines.push(
      `### ${item}. **${name} X${item}00**`,
      "",
      `* **Best for:** ${word(random, 3)} ${word(random, 2)}`,
    );
    lines.push(
      `* **Why:** the ${word(random, 3)} of this one is ${word(random, 2)}, as ${name} says ([Review][1]).`,
      "",
    );
  }
  lines.push('[1]: https://example.com/review?utm_source=engine "A review"');
  return lines.join("\n");
}

const texts = Array.from({ length: ANSWERS }, answer);
const megabytes = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;

/** Best of some rounds, in MB (10^6 UTF-16 units) a second. */
function throughput(brands: number): number {
  const brandSet = compileBrandSet(
    names.slice(0, brands).map((name, id) => ({ id: `${id}`, name, aliases: [], domains: [], own: false })),
  );
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    for (const text of texts) extractAnswer({ text, sources: [], brandSet });
    best = Math.max(best, megabytes / ((performance.now() - from) / 1000));
  }
  return best;
}

const control = throughput(10);
for (const brands of [10, 100, 1000]) {
  const speed = brands === 10 ? control : throughput(brands);
  console.log(
    `${brands} brands: ${speed.toFixed(1)} MB/s, ${(speed / control).toFixed(2)} of the speed with 10`,
  );
}
