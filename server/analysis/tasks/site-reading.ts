import { z } from "zod";
import { foldName } from "@/server/extraction";
import { type SuggestedPrompt, TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { siteReadingV1 } from "../prompts/site-reading-v1";
import { RULES_VERSION } from "../rules/rules-version";
import { keepNamed } from "./keep-named";
import { Intent, usable } from "./usable-prompts";

const CATEGORY_CHARACTERS = 60;
const MOST_RIVALS = 8;

const Input = z.object({
  brand: z.string().min(1).max(200),
  text: z.string().max(TEXT_MAX_CHARACTERS),
  language: z.string().max(50),
  /** What the rules made of the page. */
  category: z.string().max(200),
  rivals: z.array(z.string().max(200)).max(20),
  prompts: z.array(z.object({ text: z.string().max(2_000), intent: Intent })).max(30),
  count: z.int().min(1).max(30),
});

/** What a site's first page says that its owner should measure. */
interface SiteReading {
  readonly category: string;
  readonly rivals: readonly string[];
  readonly prompts: readonly SuggestedPrompt[];
}

/** Makes what the rules read off a site's first page better. A model can't bring in a rival that the page doesn't name. */
export const siteReadingTask = defineTask({
  id: "site_reading",
  label: "Reading a new project's site",
  input: Input,
  output: z.object({
    category: z.string(),
    rivals: z.array(z.object({ name: z.string(), quote: z.string() })),
    prompts: z.array(z.object({ text: z.string(), intent: Intent })),
  }),
  prompt: siteReadingV1,
  tier: "large",
  maxOutputTokens: 2_000,
  sureFrom: 2,
  rules: ({ category, rivals, prompts }) => {
    const value: SiteReading = { category, rivals, prompts };
    return { value, confidence: 0.4, judge: RULES_VERSION };
  },
  accept({ category, rivals, prompts }, input) {
    const asked = usable(prompts, { brand: input.brand, existing: [], count: input.count });
    if (asked.length === 0) return { ok: false, problem: "no usable question among the prompts" };
    const named = keepNamed(rivals, [input.text], [input.brand], MOST_RIVALS).map(({ name }) => name);
    const value: SiteReading = {
      category: isCategory(category.trim(), input.brand) ? category.trim() : input.category,
      // What the rules found stands in links, too, which the text doesn't hold.
      rivals: distinct([...named, ...input.rivals]).slice(0, MOST_RIVALS),
      prompts: asked,
    };
    return { ok: true, value, confidence: 0.8 };
  },
});

function isCategory(words: string, brand: string): boolean {
  if (words === "" || words.length > CATEGORY_CHARACTERS || /[\p{Cc}<>{}]/u.test(words)) return false;
  return !` ${foldName(words)} `.includes(` ${foldName(brand)} `);
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.toReversed().map((name) => [foldName(name), name])).values()].toReversed();
}
