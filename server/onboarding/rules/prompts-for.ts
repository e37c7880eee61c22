import type { PromptTemplate, SiteLanguage } from "./languages/site-language";

/** A template with its places filled. */
export type StartPrompt = PromptTemplate;

const MOST_PROMPTS = 10;
const RIVALS_ASKED = 2;

interface Known {
  readonly brand: string;
  readonly category: string;
  readonly rivals: readonly string[];
}

/** A first panel from a language's templates: each that has all it speaks of; with rivals, each rival in turn. */
export function promptsFor({ brand, category, rivals }: Known, { prompts }: SiteLanguage): StartPrompt[] {
  const asked = rivals.slice(0, RIVALS_ASKED);
  let turn = 0;
  const written = prompts.flatMap(({ intent, text }) => {
    if (text.includes("{category}") && category === "") return [];
    if (!text.includes("{rival}")) return [{ intent, text }];
    const rival = asked[turn % Math.max(asked.length, 1)];
    turn += 1;
    return rival === undefined ? [] : [{ intent, text: text.replaceAll("{rival}", () => rival) }];
  });
  return written.slice(0, MOST_PROMPTS).map(({ intent, text }) => ({
    intent,
    text: text.replaceAll("{brand}", () => brand).replaceAll("{category}", () => category),
  }));
}
