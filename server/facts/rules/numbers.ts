/** How a text means a number: exactly, roughly, or as a bound of it. */
export type Precision = "exact" | "about" | "at_least" | "at_most";

/** A number as a text writes it. */
export interface NumberInText {
  readonly value: number;
  /** ISO code of a currency, "%", or null. */
  readonly unit: string | null;
  /** What it is counted by, where the text says so. */
  readonly per: "month" | "year" | null;
  readonly precision: Precision;
  /** The other end of a range, where it is one. */
  readonly to: number | null;
  /** Without its unit, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The words that follow it closely, lower case. */
  readonly after: string;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: "USD",
  us$: "USD",
  usd: "USD",
  dollar: "USD",
  dollars: "USD",
  dolares: "USD",
  dólares: "USD",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  ユーロ: "EUR",
  "£": "GBP",
  gbp: "GBP",
  pound: "GBP",
  pounds: "GBP",
  "¥": "JPY",
  "￥": "JPY",
  jpy: "JPY",
  yen: "JPY",
  円: "JPY",
  ドル: "USD",
  chf: "CHF",
  "%": "%",
  percent: "%",
  prozent: "%",
  "％": "%",
};
const UNIT =
  "US\\$|[$€£¥￥%％]|(?:USD|EUR|GBP|JPY|CHF)\\b|(?:dollars?|euros?|pounds?|yen|percent|prozent|d[oó]lares)\\b|円|ドル|ユーロ";
const NUMBER = "\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?";
const SCALE =
  "k\\b|thousand|tausend|mille\\b|mil\\b|m(?:illion|io|illionen|illones)?\\b\\.?|bn\\b|billion|mrd\\b\\.?|千|万";
const WHOLE = new RegExp(
  `(${UNIT})?[\\s\\u00a0\\u202f]?(?<![\\p{sc=Latin}\\p{N}][.,]?)(${NUMBER})(?:[\\s\\u00a0-]?(${SCALE}))?(\\+)?(?:[\\s\\u00a0\\u202f-]?(${UNIT}))?`,
  "giu",
);
const RANGE = /^\s*(?:[-–—]|to\b|bis\b|and\b|und\b|à\b|et\b|a\b|y\b|〜|から)\s*$/iu;

const BEFORE: readonly (readonly [Precision, RegExp])[] = [
  [
    "at_least",
    /(?:more than|over|at least|upwards of|above|exceeding|mehr als|über|mindestens|plus de|au moins|más de|al menos|minimum)\s*$/iu,
  ],
  [
    "at_most",
    /(?:less than|fewer than|under|below|up to|at most|no more than|weniger als|unter|bis zu|höchstens|moins de|jusqu['’]à|menos de|hasta|maximum)\s*$/iu,
  ],
  [
    "about",
    /(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|~|≈|etwa|rund|ca\.?|circa|ungefähr|environ|près de|alrededor de|unos|unas|約)\s*$/iu,
  ],
];
const MONTH =
  /^[^.;\d]{0,30}?(?:\/\s?mo\b|\bmonth|\bmonthly|\bmonat|\bmois\b|\bmensuel|\bmes\b|\bal mes|月)/iu;
const YEAR =
  /^[^.;\d]{0,30}?(?:\/\s?yr\b|\byear|\byearly|\bannual|\bannum|\bjahr|\ban\b|\bpar an|\baño\b|年)/iu;
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand|tausend|mille|mil|千)/i, 1e3],
  [/^万/, 1e4],
  [/^(?:bn|billion|mrd)/i, 1e9],
  [/^m/i, 1e6],
];

/** Every number of a sentence with its unit, its period and how exactly it is meant. Linear in the text. */
export function numbersIn(text: string): NumberInText[] {
  const found: NumberInText[] = [];
  for (const match of text.matchAll(WHOLE)) {
    const [whole, before, digits = "", scale, plus, after] = match;
    const start = match.index + whole.indexOf(digits, before?.length ?? 0);
    const end = match.index + whole.length;
    const rest = text.slice(end, end + 40);
    const lead = text.slice(
      Math.max(0, match.index - 20),
      match.index + (before ? 0 : whole.indexOf(digits)),
    );
    const precision = plus ? "at_least" : (BEFORE.find(([, cue]) => cue.test(lead))?.[0] ?? "exact");
    const unit = unitOf(before) ?? unitOf(after);
    found.push({
      value: amountOf(digits, unit) * scaleOf(scale),
      unit,
      per: MONTH.test(rest) ? "month" : YEAR.test(rest) ? "year" : null,
      precision,
      to: null,
      start,
      end,
      after: rest.toLowerCase(),
    });
  }
  return joinRanges(found, text);
}

/** "10–20", "10 to 20": one number with two ends. */
function joinRanges(numbers: readonly NumberInText[], text: string): NumberInText[] {
  const joined: NumberInText[] = [];
  for (const number of numbers) {
    const before = joined.at(-1);
    const between = before && text.slice(before.end, number.start).replace(/[$€£¥%]/g, "");
    const same = before && (before.unit === null || number.unit === null || before.unit === number.unit);
    if (before && between && before.to === null && same && isRange(between, text, before)) {
      joined[joined.length - 1] = {
        ...before,
        unit: before.unit ?? number.unit,
        per: number.per,
        to: number.value,
        end: number.end,
        after: number.after,
      };
    } else joined.push(number);
  }
  return joined;
}

/** "and" makes a range only behind "between". */
function isRange(between: string, text: string, before: NumberInText): boolean {
  if (!RANGE.test(between)) return false;
  if (!/^\s*(?:and|und|et|y)\s*$/iu.test(between)) return true;
  return /(?:between|zwischen|entre)\s*\S{0,3}$/iu.test(
    text.slice(Math.max(0, before.start - 14), before.start),
  );
}

function unitOf(written: string | undefined): string | null {
  return written === undefined ? null : (CURRENCIES[written.toLowerCase()] ?? null);
}

function scaleOf(written: string | undefined): number {
  return written === undefined ? 1 : (SCALES.find(([form]) => form.test(written))?.[1] ?? 1);
}

/** What digits with separators mean. Three digits behind the only mark are thousands, but for shares: 99.999 %. */
function amountOf(digits: string, unit: string | null): number {
  const plain = digits.replace(/['’\u00a0\u202f ]/g, "");
  const [dots, commas] = [plain.split(".").length - 1, plain.split(",").length - 1];
  if (dots === 0 && commas === 0) return Number(plain);
  if (dots > 0 && commas > 0) {
    const decimal = plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
    return Number(plain.replaceAll(decimal === "." ? "," : ".", "").replace(decimal, "."));
  }
  const mark = dots > 0 ? "." : ",";
  const [whole = "", part = ""] = plain.split(mark);
  const isGrouped =
    dots + commas > 1 || (part.length === 3 && whole !== "0" && whole.length <= 3 && unit !== "%");
  return Number(isGrouped ? plain.replaceAll(mark, "") : plain.replace(mark, "."));
}

/** The unit that a customer wrote beside a number: a currency or percent, its period, and any other word. */
export function readUnit(
  written: string,
): Pick<NumberInText, "unit" | "per"> & { readonly word: string | null } {
  const parts = written
    .trim()
    .toLowerCase()
    .split(/[\s/]+/);
  const unit = parts.map((part) => CURRENCIES[part] ?? null).find((each) => each !== null) ?? null;
  const rest = ` ${written}`;
  const per = MONTH.test(rest) ? "month" : YEAR.test(rest) ? "year" : null;
  const [word] = parts.filter((part) => /\p{L}/u.test(part) && CURRENCIES[part] === undefined);
  return { unit, per, word: unit === null ? (word ?? null) : null };
}

/** Whether a number of a text says `wanted`, as exactly as it means it. */
export function agrees({ value, to, precision }: NumberInText, wanted: number): boolean {
  if (to !== null) return value <= wanted && wanted <= to;
  if (precision === "at_least") return wanted >= value;
  if (precision === "at_most") return wanted <= value;
  const off = Math.abs(value - wanted);
  return off <= (precision === "about" ? 0.1 : 1e-9) * Math.max(Math.abs(wanted), 1e-9);
}
