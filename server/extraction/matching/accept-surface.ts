import { hostTokenAround, isHostName } from "./domain-token";
import type { NameForm } from "./name-forms";
import { plainSpelling } from "./name-forms";

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const OPENS_SENTENCE = /^\.\p{Lu}/u;
const SMALL_LETTER = /[\p{Ll}]/u;
const CAPITAL_FIRST = /^\p{Lu}/u;
const HOST_SIGN = /[.\-@_]/u;
const INSIDE_LABEL = /[\p{L}\p{N}.-]/u;
const DOT_COM = /^\.com(?![\p{L}\p{N}-]|\.\p{Ll})/u;
const NUMBER_NEXT = /^-\p{N}/u;
const UPPER_OR_UNCASED = /[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;

/** Whether each part of a joined name starts with a capital (or a digit, or a letter without case) in the text. */
function hasHumps(surface: string, humps: readonly number[]): boolean {
  const letters = [...surface.normalize("NFKC")].filter((character) => LETTER.test(character));
  return humps.every((offset) => UPPER_OR_UNCASED.test(letters[offset] ?? ""));
}

/** Whether a name with an apostrophe in the text, but none in the form, is more than an English contraction. */
function apostropheFits(surface: string, form: NameForm): boolean {
  return form.folded.includes("'") || !/['\u2019]/u.test(surface);
}

function domainFits(text: string, start: number, end: number, form: NameForm): boolean {
  if (text.slice(start, end).toLowerCase() !== form.spellings[0]) return false;
  const host = form.spellings[0] ?? "";
  const token = hostTokenAround(text, start, end).toLowerCase();
  // A subdomain of an owned domain is owned as well.
  if (token === host || (text[start - 1] === "." && token.endsWith(`.${host}`))) return true;
  // "acme.com.It also": a sentence glued on by a page flattened to text.
  return token.startsWith(`${host}.`) && OPENS_SENTENCE.test(text.slice(end, end + 2));
}

/** A name standing inside a host name ("acme.io", "my-acme.com") names that host, not the brand. */
function insideHost(text: string, start: number, end: number, form: NameForm, hasDomains: boolean): boolean {
  const before = text[start - 1] ?? "";
  const after = text[end] ?? "";
  if (!HOST_SIGN.test(before) && !HOST_SIGN.test(after)) return false;
  if (after === "." && SMALL_LETTER.test(text[end + 1] ?? "")) {
    const wholeLabel = !INSIDE_LABEL.test(before);
    const dotCom = DOT_COM.test(text.slice(end, end + 6));
    const named = CAPITAL_FIRST.test(text.slice(start, end)) || form.rule === "exact";
    return !(dotCom && wholeLabel && named && !hasDomains);
  }
  const token = hostTokenAround(text, start, end);
  return token.length > end - start && isHostName(token) && !form.folded.includes(".");
}

/** A short or symbolic name glued to a symbol or hyphen is part of another name: "C" of "C++", "Fi" of "Wi-Fi". */
function gluedToSymbol(text: string, start: number, end: number, form: NameForm): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const lastIsSymbol = !LETTER.test(text.slice(end - 1, end));
  if (lastIsSymbol && text[end] === text[end - 1]) return true;
  if (!LETTER.test(text.slice(start, start + 1)) && /[\p{L}\p{N}]$/u.test(before)) return true;
  if (form.rule !== "exact") return false;
  if (/[\p{L}\p{N}]-$/u.test(before)) return true;
  if (form.ordinary) return /^-[\p{L}\p{N}]/u.test(after);
  return /^(?:[+#]|&[\p{L}\p{N}])/u.test(after) || /[\p{L}\p{N}]&$/u.test(before) || NUMBER_NEXT.test(after);
}

/** Units that are written like a short brand: "2.0 HP", "8 GB", "240 V". */
const UNITS: ReadonlySet<string> = new Set(
  "HP GB TB MB KB GHz MHz Hz W kW V A Ah mAh L ml g kg lb lbs oz mm cm m km ft in mph kph dB PT Pt".split(
    " ",
  ),
);

/** A short name right after a number is a unit there. */
function isUnit(text: string, start: number, end: number): boolean {
  return (
    end - start <= 3 &&
    UNITS.has(text.slice(start, end)) &&
    /\d[\s-]?$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

/** ASCII characters beside a name that make it neither part of a host nor of a symbolic name. */
const PLAIN_NEIGHBOURS = new Set([...' \n\t,;:!?()[]"*|'].map((character) => character.charCodeAt(0)));
const MASK_CODE = 0xfffc;

function standsPlain(text: string, start: number, end: number): boolean {
  const before = start === 0 ? 0x20 : text.charCodeAt(start - 1);
  const after = end >= text.length ? 0x20 : text.charCodeAt(end);
  return (
    (PLAIN_NEIGHBOURS.has(before) || before === MASK_CODE) &&
    (PLAIN_NEIGHBOURS.has(after) || after === MASK_CODE)
  );
}

/** Whether the text between two offsets is written the way a form asks for. Boundaries are checked elsewhere. */
export function acceptSurface(
  text: string,
  start: number,
  end: number,
  form: NameForm,
  hasDomains: boolean,
): boolean {
  if (form.rule === "domain") return domainFits(text, start, end, form);
  const surface = text.slice(start, end);
  if (form.rule === "exact" && !form.spellings.includes(plainSpelling(surface))) return false;
  if (form.rule === "humps" && !hasHumps(surface, form.humps)) return false;
  if (!apostropheFits(surface, form) || isUnit(text, start, end)) return false;
  if (form.rule === "any" && standsPlain(text, start, end)) return true;
  return !gluedToSymbol(text, start, end, form) && !insideHost(text, start, end, form, hasDomains);
}
