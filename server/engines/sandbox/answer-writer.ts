import type { MarketBrand } from "./market";
import { type SourcePage, urlOf } from "./market-sources";
import type { Personality } from "./personality";
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

export function answerWriter({ links, urlMark }: Personality, random: SeededRandom): AnswerWriter {
  let text = "";
  let passage = { start: 0, end: 0 };
  const cited: SandboxSource[] = [];

  function add(more: string): void {
    text += more;
  }

  function link(page: SourcePage, url: string): string {
    if (links.style === "host") return ` ([${page.host}](${url}))`;
    if (links.style === "title") return ` [${page.title}](${url})`;
    const known = [...new Set(cited.map((source) => source.url)), url].indexOf(url);
    return links.style === "marker" ? ` [${known + 1}]` : ` [[${known + 1}]](${url})`;
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
      const url = urlOf(page, urlMark, random);
      // A second source right after the first leans on the same passage.
      const fresh = Math.max(passage.end, text.lastIndexOf("\n") + 1);
      const start = fresh < text.length ? fresh : passage.start;
      const linked = random.chance(links.share);
      const linkAt = text.length + 1;
      if (linked) add(link(page, url));
      passage = { start, end: text.length };
      cited.push({ url, title: page.title, span: linked ? { start: linkAt, end: text.length } : passage });
    },
    finish: () => ({ text, cited }),
  };
}
