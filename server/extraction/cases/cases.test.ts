import { describe, expect, it } from "vitest";
import { canonicalUrl } from "@/server/extraction/citations/canonical-url";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";
import { brand } from "@/server/extraction/testing-brands";
import { ABSENCE } from "./absence";
import { ABSENCE_LANGUAGES } from "./absence-languages";
import type { Case } from "./case";
import { ECHO } from "./echo";
import { GLUED_NAMES } from "./glued-names";
import { HIDDEN_TEXT } from "./hidden-text";
import { JOINS } from "./joins";
import { LANGUAGE_LISTS } from "./language-lists";
import { LISTS } from "./lists";
import { MARKET_LISTS } from "./market-lists";
import { ORDINARY_MARKETS } from "./ordinary-markets";
import { ORDINARY } from "./ordinary-words";
import { OTHER_ENTITIES } from "./other-entities";
import { PAGE_LISTS } from "./page-lists";
import { PAGES } from "./pages";
import { SCRIPTS } from "./scripts";
import { SENTINELS } from "./sentinels";
import { SUBSTRING } from "./substring";
import { SYMBOLS } from "./symbols";
import { VARIANTS } from "./variants";

/** One entry a failure family of the design; at least `FEWEST` in all, since a family without cases guards nothing. */
const FAMILIES: Readonly<Record<string, readonly Case[]>> = {
  "names inside other words": SUBSTRING,
  "ordinary words": ORDINARY,
  "ordinary words, by market": ORDINARY_MARKETS,
  "somebody else of that name": OTHER_ENTITIES,
  joins: JOINS,
  symbols: SYMBOLS,
  scripts: SCRIPTS,
  variants: VARIANTS,
  "names run together": GLUED_NAMES,
  "no prose": HIDDEN_TEXT,
  absence: ABSENCE,
  "absence, by language": ABSENCE_LANGUAGES,
  echo: ECHO,
  "sentinels and interface": SENTINELS,
  lists: LISTS,
  "lists, by market": MARKET_LISTS,
  "lists, by language": LANGUAGE_LISTS,
  "lists of flattened pages": PAGE_LISTS,
};
const FEWEST = 250;

/** "Acme (acme.com, ACM) + Zuvio": names with aliases and, where there is a dot, domains. */
function brandsOf(tracked: string) {
  return tracked.split(" + ").map((each) => {
    const [, name = each, more = ""] = /^(.+?) \((.*)\)$/u.exec(each) ?? [];
    const names = more === "" ? [] : more.split(", ");
    return brand(
      name,
      names.filter((other) => other.includes(".")),
      names.filter((other) => !other.includes(".")),
    );
  });
}

/** What a text names, in the words of the case: ranks and undecided names only where the case speaks of them. */
function read([, tracked, text, expected, prompt]: Case): string[] {
  const { mentions, ambiguous } = extractAnswer({
    text,
    sources: [],
    brandSet: compileBrandSet(brandsOf(tracked)),
    prompt: prompt ?? null,
  });
  const named = mentions.map(({ brandId, rank }) =>
    expected.includes(`${brandId} #`) ? `${brandId} #${rank ?? "-"}` : brandId,
  );
  const undecided = expected.includes("?") ? ambiguous.map(({ brandId }) => `?${brandId}`) : [];
  return [...named, ...undecided].sort();
}

for (const [family, cases] of Object.entries(FAMILIES)) {
  describe(family, () => {
    it.each(cases.map((each) => [each[0], each] as const))("%s", (_why, each) => {
      const expected = each[3] === "" ? [] : each[3].split(" + ").sort();
      expect(read(each)).toEqual(expected);
    });
  });
}

describe("one page under many addresses", () => {
  it.each(PAGES)("%s", (_why, url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });
});

it(`there are at least ${FEWEST} cases, each with its own reason and text`, () => {
  const all = Object.values(FAMILIES).flat();
  expect(all.length + PAGES.length).toBeGreaterThanOrEqual(FEWEST);
  expect(Object.values(FAMILIES).every((cases) => cases.length > 0)).toBe(true);
  expect(new Set(all.map(([, tracked, text, , prompt]) => `${tracked}\n${text}\n${prompt}`)).size).toBe(
    all.length,
  );
});
