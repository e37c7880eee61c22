import type { FactTopic, FactValue } from "../contract";
import { clausesAbout, type Span } from "./clauses-about";
import { placeOf, shortForms, tellingWords } from "./fact-words";
import { agrees, type NumberInText, numbersIn, readUnit } from "./numbers";
import { isPast, polarityOf } from "./polarity";
import { keyOf, wordsIn } from "./words";

/** A fact as it is held against: one version of it. */
export interface HeldFact {
  readonly factId: string;
  readonly version: number;
  readonly topic: FactTopic;
  readonly statement: string;
  readonly value: FactValue | null;
}

export interface SaidOfBrand {
  readonly sentence: string;
  /** Where the brand, and where others, are named in the sentence. */
  readonly own: readonly Span[];
  readonly rivals: readonly Span[];
}

export interface Held {
  readonly verdict: "right" | "wrong";
  readonly fact: HeldFact;
  /** 0 to 1. */
  readonly confidence: number;
}

const SURE = { number: 0.85, date: 0.85, yes_no: 0.75 } as const;

const PRICE =
  /\b(?:cost|price|pricing|plan|per|month|year|annual|user|seat|start|fee|subscription|paid|free|tier|kost|preis|tarif|monat|nutzer|prix|co[uû]te|mois|utilisateur|precio|cuesta|mes\b|usuario)|\/|円|ドル|料金|価格/iu;
const OTHER_MONEY =
  /\b(?:rais(?:ed|ing)|funding|revenue|valuation|valued|acquired for|sav(?:e|es|ing|ings)\b|discount|worth|arr\b|invest\w*|umsatz|levée?|ingresos)/iu;
const FOUNDING =
  /\b(?:found(?:ed|ing)|establish|launch|start(?:ed)?|since|incorporat|gegründet|gründung|seit|fond[ée]|cré[ée]|fundad|fundación|desde)|創業|設立|創立|成立/iu;
/** Whom it suits, rather than how much of something it has. */
const FOR_WHOM =
  /\b(?:for|suits?|ideal|suited|teams? (?:of|with)|companies (?:of|with)|businesses (?:of|with)|organi[sz]ations (?:of|with)|für|pour|para)\b[^,;]{0,25}$/iu;

/**
 * Holds what is said of a brand against numbers, dates and yes-or-no facts, deterministically. The first contradicted fact
 * makes it wrong, else the first confirmed one right; null where no fact says anything to it. Questions, guesses and what
 * was once so are never judged. Pure; never throws.
 */
export function holdAgainst(
  { sentence, own, rivals }: SaidOfBrand,
  facts: readonly HeldFact[],
  brandNames: readonly string[],
): Held | null {
  const clauses = clausesAbout(sentence, own, rivals);
  if (/[?？]\s*$/.test(sentence)) return null;
  const held = clauses.flatMap((clause) =>
    closestTo(clause, facts, brandNames).flatMap((fact) =>
      partsFor(clause, fact).flatMap((part) => judgeClause(part, fact, brandNames) ?? []),
    ),
  );
  return held.find(({ verdict }) => verdict === "wrong") ?? held[0] ?? null;
}

/** A yes or no is denied by its own part of a clause alone: "not for all: it comes in few colours", a cell of a table. */
function partsFor(clause: string, { value }: HeldFact): string[] {
  return value?.kind === "yes_no" ? clause.split(/:\s+|\s[–—|]\s/u) : [clause];
}

/** Without facts of a topic in general where the clause speaks of one in particular: the price of a plan isn't the lowest price. */
function closestTo(clause: string, facts: readonly HeldFact[], brandNames: readonly string[]): HeldFact[] {
  const words = wordsIn(clause);
  const particular = new Set<FactTopic>();
  const general = facts.filter((fact) => {
    const telling = tellingWords(fact, brandNames);
    if (placeOf(words, telling, shortForms(fact.statement))) particular.add(fact.topic);
    return telling.length === 0;
  });
  return facts.filter((fact) => !(general.includes(fact) && particular.has(fact.topic)));
}

function judgeClause(clause: string, fact: HeldFact, brandNames: readonly string[]): Held | null {
  const { value } = fact;
  const polarity = polarityOf(clause);
  if (value === null || value.kind === "text" || polarity === "open") return null;
  if (isPast(clause) && fact.topic !== "founding") return null;
  const is =
    value.kind === "yes_no"
      ? saysYes(clause, fact, brandNames, value.yes)
      : value.kind === "date"
        ? saysDate(clause, fact, brandNames, value.date)
        : saysNumber(clause, fact, brandNames, value);
  if (is === null) return null;
  if (polarity === "affirmed") return { verdict: is ? "right" : "wrong", fact, confidence: SURE[value.kind] };
  // "It doesn't cost $12" contradicts $12, and says nothing to $10.
  if (value.kind !== "yes_no") return is ? { verdict: "wrong", fact, confidence: 0.6 } : null;
  return { verdict: is ? "wrong" : "right", fact, confidence: SURE.yes_no };
}

/** What an affirmed clause would say to a yes-or-no fact; null where it isn't about it. */
function saysYes(
  clause: string,
  fact: HeldFact,
  brandNames: readonly string[],
  yes: boolean,
): boolean | null {
  const telling = tellingWords({ topic: fact.topic, statement: withoutNot(fact.statement) }, brandNames);
  return placeOf(wordsIn(clause), telling, shortForms(fact.statement)) === null ? null : yes;
}

/** A fact may say in its words that something is not so, and again in its value: its words say what it is about. */
function withoutNot(statement: string): string {
  return statement.replace(/\b(?:not?|doesn['’]t|without|lacks?|never)\b/giu, " ");
}

function saysDate(
  clause: string,
  fact: HeldFact,
  brandNames: readonly string[],
  date: string,
): boolean | null {
  const telling = tellingWords(fact, brandNames);
  const isAbout =
    fact.topic === "founding" && telling.length === 0
      ? FOUNDING.test(clause)
      : placeOf(wordsIn(clause), telling, shortForms(fact.statement)) !== null &&
        (fact.topic !== "founding" || FOUNDING.test(clause));
  if (!isAbout) return null;
  const years = numbersIn(clause).filter(isYear);
  if (years.length === 0) return null;
  const year = Number(date.slice(0, 4));
  if (years.some((each) => agrees(each, year))) return true;
  return years.length === 1 ? false : null;
}

function isYear({ value, unit, start, end }: NumberInText): boolean {
  return unit === null && end - start === 4 && Number.isInteger(value) && value >= 1700 && value <= 2100;
}

function saysNumber(
  clause: string,
  fact: HeldFact,
  brandNames: readonly string[],
  { number, unit: written }: { readonly number: number; readonly unit: string },
): boolean | null {
  const wanted = readUnit(written);
  const counted = wanted.word === null ? [] : wordsIn(wanted.word).map(({ key }) => key);
  const telling = tellingWords(fact, brandNames).filter((key) => !counted.includes(key));
  const short = shortForms(fact.statement).filter((key) => telling.includes(key));
  const isMoney = wanted.unit !== null && wanted.unit !== "%";
  if (isMoney && fact.topic === "price" && (!PRICE.test(clause) || OTHER_MONEY.test(clause))) return null;
  const place = telling.length === 0 ? null : placeOf(wordsIn(clause), telling, short);
  if (telling.length > 0 && place === null) return null;
  if (telling.length === 0 && wanted.unit === null && counted.length === 0) return null;
  const candidates = numbersIn(clause).filter(
    (each) => isSameKind(each, wanted, counted) && !FOR_WHOM.test(clause.slice(0, each.start)),
  );
  if (candidates.length === 0) return null;
  const chosen = place === null ? candidates : nearest(candidates, place.end);
  if (chosen.some((each) => agrees(each, number))) return true;
  return chosen.length === 1 ? false : null;
}

function isSameKind(
  number: NumberInText,
  wanted: ReturnType<typeof readUnit>,
  counted: readonly string[],
): boolean {
  if (number.unit !== wanted.unit) return false;
  if (wanted.per !== null && number.per !== null && wanted.per !== number.per) return false;
  if (counted.length === 0) return wanted.unit !== null || !isYear(number);
  const following = number.after.match(/^[^.,;]{0,40}/)?.[0] ?? "";
  return wordsIn(following)
    .slice(0, 3)
    .some(({ key }) => counted.includes(keyOf(key)));
}

/** The number that goes with what stands before `at`: the first one after it, else the last one before. */
function nearest(numbers: readonly NumberInText[], at: number): NumberInText[] {
  const chosen = numbers.find(({ start }) => start >= at) ?? numbers.at(-1);
  return chosen ? [chosen] : [];
}
