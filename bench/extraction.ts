import { compileBrandSet, extractAnswer } from "@/server/extraction";

/**
 * Throughput of the whole extractor (masking, matching, lists, citations) with 10, 100 and 1,000 brands on made-up answers; ratios against 10 brands of the same
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

const sizes = [10, 100, 1000];
const sets = sizes.map((size) =>
  compileBrandSet(
    names.slice(0, size).map((name, id) => ({ id: `${id}`, name, aliases: [], domains: [], own: false })),
  ),
);
const best = sizes.map(() => 0);

// CPU time, not wall time, and rounds in turn: other work on the machine then hardly moves the ratios.
for (let round = 0; round < ROUNDS; round += 1) {
  sets.forEach((brandSet, index) => {
    const from = process.cpuUsage();
    for (const text of texts) extractAnswer({ text, sources: [], brandSet });
    const { user, system } = process.cpuUsage(from);
    best[index] = Math.max(best[index] ?? 0, megabytes / ((user + system) / 1e6));
  });
}

const control = best[0] ?? 1;
sizes.forEach((size, index) => {
  const speed = best[index] ?? 0;
  console.log(
    `${size} brands: ${speed.toFixed(1)} MB per CPU second, ${(speed / control).toFixed(2)} of the speed with 10`,
  );
});
