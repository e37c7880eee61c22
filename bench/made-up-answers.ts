/** A small linear congruential generator, so that every run sees the same text. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zo".split(" ");
const ITEMS = 8;

function word(random: () => number, syllables: number): string {
  let out = "";
  for (let at = 0; at < syllables; at += 1) out += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? "";
  return out;
}

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => word(random, 1 + Math.floor(random() * 3))).join(" ");
}

/** Made-up brand names: one capital word each. */
export function madeUpNames(random: () => number, count: number): string[] {
  return Array.from({ length: count }, () => {
    const name = word(random, 4);
    return name.charAt(0).toUpperCase() + name.slice(1);
  });
}

/** An answer as a chat engine writes it: headings, properties, prose, sources in footnotes. */
function chatAnswer(random: () => number, names: readonly string[]): string {
  const pick = () => names[Math.floor(random() * names.length)] ?? "";
  const lines = [`Here are some of the best options for ${words(random, 6)}:`, ""];
  for (let item = 1; item <= ITEMS; item += 1) {
    lines.push(`### ${item}. **${pick()} X${item}00**`, "", `* **Best for:** ${words(random, 4)}`);
    lines.push(`* **Pros:** ${words(random, 14)}, isn't ${words(random, 3)}`);
    lines.push(`* **Cons:** ${words(random, 10)}`, `* **Price:** about \\$${100 * item}`, "");
    lines.push(
      `The ${words(random, 18)}, unlike ${pick()}. It ${words(random, 12)} ([Review ${item}][${item}]).`,
      "",
    );
  }
  lines.push(
    "### Things to consider",
    "",
    `* **Size:** ${words(random, 12)}`,
    `* **Budget:** ${words(random, 12)}`,
    "",
  );
  for (let item = 1; item <= ITEMS; item += 1)
    lines.push(
      `[${item}]: https://review${item}.example.com/${word(random, 3)}?utm_source=engine "A review"`,
    );
  return lines.join("\n");
}

/** An answer as a search page shows it: blocks, lead-ins and product cards, run together. */
function pageAnswer(random: () => number, names: readonly string[]): string {
  const pick = () => names[Math.floor(random() * names.length)] ?? "";
  const items = Array.from({ length: ITEMS }, (_, item) => `${pick()} X${item}00`);
  const list = items.map(
    (item) => `${item}:The ${words(random, 16)}. It ${words(random, 12)}, as ${pick()} does.`,
  );
  const cards = items.map((item) => `${item} Set$${100 + item.length}.99$199.994.7(${item.length}k+)`);
  const advice = ["Size", "Noise", "Budget"].map((label) => `${label}: Consider ${words(random, 14)}.`);
  const blocks = [`The best ${words(random, 10)}, but here are some options:`, "Top Picks:", list.join("")];
  blocks.push(
    `${cards.join("")}Factors to Consider:`,
    advice.join(""),
    `In short, the ${words(random, 20)}.`,
  );
  blocks.push("AI responses may include mistakes. Learn more");
  return blocks.join("\u00A0");
}

/** Answers in both shapes that name some of `names`, about 3 kB each. */
export function madeUpAnswers(random: () => number, names: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    (index % 2 === 0 ? chatAnswer : pageAnswer)(random, names),
  );
}
