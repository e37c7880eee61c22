import type { MarketBrand } from "./market";
import { type SourcePage, urlOf } from "./market-sources";
import type { SandboxSource } from "./sandbox-answer";
import type { SeededRandom } from "./seeded-random";

/** Writes an answer's text piece by piece and notes which passage leans on which source. */
export interface AnswerWriter {
  add(text: string): void;
  /** A brand as an answer would write it: mostly its name, now and then an alias, often with a product, often bold. */
  brand(brand: MarketBrand): void;
  /** Notes a source for what was written since the last one, and sometimes links it in the text. */
  cite(page: SourcePage): void;
  finish(): { text: string; cited: SandboxSource[] };
}

export function answerWriter(engineId: string, random: SeededRandom): AnswerWriter {
  let text = "";
  let passage = 0;
  const cited: SandboxSource[] = [];
  const inline = engineId === "chatgpt" ? 0.85 : 0.25;

  function add(more: string): void {
    text += more;
  }

  return {
    add,
    brand(brand) {
      const alias = random.chance(0.12) ? brand.aliases[0] : undefined;
      const product = random.chance(0.45) ? ` ${random.pick(brand.products)}` : "";
      const name = `${alias ?? brand.name}${product}`;
      add(random.chance(0.7) ? `**${name}**` : name);
    },
    cite(page) {
      const url = urlOf(page, engineId, random);
      const linked = random.chance(inline);
      const start = linked ? text.length + 1 : passage;
      if (linked) add(engineId === "chatgpt" ? ` ([${page.host}](${url}))` : ` [${page.title}](${url})`);
      cited.push({ url, title: page.title, span: { start, end: text.length } });
      passage = text.length;
    },
    finish: () => ({ text, cited }),
  };
}
