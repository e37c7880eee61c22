import type { FactTopic } from "../contract";
import { isContent, keyOf, type Word, wordsIn } from "./words";

const keys = (words: string) => words.split(/\s+/).map(keyOf);

/** Words that a topic's facts share, so that they tell no fact from another. */
const GENERIC: Readonly<Record<FactTopic, readonly string[]>> = {
  price: keys(
    "plan plans tier dollar dollars euro euros pound pounds cost costs price prices priced pricing per user month monthly year yearly annual annually start starts starting paid fee charge charged subscription seat kostet preis preise monat jahr nutzer ab prix coûte mois utilisateur precio cuesta mes usuario usd eur gbp",
  ),
  founding: keys(
    "founded found founding foundation established establish launched launch started start company since year gegründet seit firma fondée fondé créée entreprise fundada fundado desde empresa",
  ),
  headquarters: keys("headquarters headquartered based company office seat sitz hauptsitz siège sede"),
  size: keys("company about around total worldwide"),
  feature: keys(
    "supports support offers offer includes include provides provide feature features available built comes come lets allow allows yes has have",
  ),
  integration: keys(
    "integrates integrate integration integrations connects connect connector works work support supports",
  ),
  limit: keys("limit limited maximum max allows allow supports support plan up"),
  other: [],
};

/** What a fact is about, by the words that tell it from others: those of its statement without the brand's names and numbers. */
export function tellingWords(
  fact: { topic: FactTopic; statement: string },
  brandNames: readonly string[],
): string[] {
  const shared = new Set([
    ...GENERIC[fact.topic],
    ...brandNames.flatMap((name) => wordsIn(name).map(({ key }) => key)),
  ]);
  const telling = wordsIn(fact.statement).filter(
    (word) => isContent(word) && !shared.has(word.key) && !/\d/.test(word.key),
  );
  return [...new Set(telling.map(({ key }) => key))];
}

/** A short form in capitals, such as SSO, says the whole by itself. */
export function shortForms(statement: string): string[] {
  return (statement.match(/\b[A-Z][A-Z0-9]{1,5}\b/g) ?? []).map(keyOf);
}

/**
 * Where a clause speaks of what the telling words say: the last word of the closest stretch that holds two thirds of them
 * or one of the short forms. Null: nowhere.
 */
export function placeOf(
  words: readonly Word[],
  telling: readonly string[],
  short: readonly string[],
): Word | null {
  const abbreviated = words.find(({ key }) => short.includes(key));
  if (abbreviated) return abbreviated;
  if (telling.length === 0) return null;
  const needed = Math.ceil((telling.length * 2) / 3);
  for (let from = 0; from < words.length; from += 1) {
    const reach = words.slice(from, from + telling.length + 4).filter(({ key }) => telling.includes(key));
    const seen = new Set(reach.map(({ key }) => key));
    if (seen.size >= needed) return reach.at(-1) ?? null;
  }
  return null;
}
