import { foldedString } from "@/server/extraction/normalise/fold-name";
import { grammarWord } from "./function-words";
import { withoutLegalForm } from "./legal-suffixes";
import { isOrdinaryWord } from "./ordinary-words";

/**
 * How the surface must look for a form to count.
 * `any`: whatever the case. `exact`: one of `spellings`. `humps`: a capital, digit or non-letter at each of `humps`.
 * `domain`: a bare domain, compared literally.
 */
export type FormRule = "any" | "exact" | "humps" | "domain";

/** One folded string that stands for a brand, and what its surface must look like. */
export type NameForm = {
  readonly folded: string;
  readonly rule: FormRule;
  /** Accepted surfaces in `plainSpelling`, for `exact`. */
  readonly spellings: readonly string[];
  /** How many letters into the surface (spaces and symbols apart) each part begins, for `humps`. */
  readonly humps: readonly number[];
  /** The name is an ordinary word, so its neighbours must speak for a naming. */
  readonly ordinary: boolean;
  /** A simple plural counts too. */
  readonly plural: boolean;
};

const SHORT = 3;
const SHORTEST_JOINED = 6;
const CASED = /\p{Lu}|\p{Ll}|\p{Lt}/u;

/** A spelling with case and accents kept and typography evened out: what "literal" compares. */
export function plainSpelling(text: string): string {
  return (
    text.includes("&")
      ? text.replace(/&(?:amp|#38);/gu, "&").replace(/&(?:#39|#x27|apos|rsquo);/gu, "'")
      : text
  )
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/gu, "'")
    .replace(/[\u2010\u2011\u2212]/gu, "-")
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, "")
    .replace(/[\s-]+/gu, " ")
    .trim();
}

function lettersOf(text: string): string {
  return [...text].filter((character) => /[\p{L}\p{N}\p{M}]/u.test(character)).join("");
}

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(^|[\s'&.-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function words(text: string): string[] {
  return text.split(/[\s\-&/.+'’]+/u).filter((word) => word !== "");
}

/** "HubSpot" → ["Hub","Spot"]; "OpenAI" → ["Open","AI"]; null when there is no hump. */
function camelParts(name: string): string[] | null {
  if (!/^[\p{L}\p{N}]+$/u.test(name)) return null;
  const parts = name.split(/(?<=\p{Ll})(?=\p{Lu})/u);
  return parts.length > 1 && parts.every((part) => /^\p{Lu}/u.test(part) && part.length > 1) ? parts : null;
}

function humpOffsets(parts: readonly string[]): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const part of parts) {
    offsets.push(at);
    at += lettersOf(foldedString(part)).length;
  }
  return offsets;
}

function spellingsOf(name: string, ordinary: boolean, multiWord: boolean): string[] {
  const plain = plainSpelling(name);
  const spellings = new Set<string>();
  // A word typed in lower case ("notion") stands for the capitalised name, never for the word.
  if (!(ordinary && plain === plain.toLowerCase())) spellings.add(plain);
  if (ordinary) spellings.add(titleCase(plain));
  // "KIA": a short word is as often written in capitals; shorter ones are other words then.
  if (!ordinary && /^\p{Lu}\p{Ll}{2}$/u.test(plain)) spellings.add(plain.toUpperCase());
  // "GAP", "LUSH": written so as often as not; a stressed word of grammar ("ON sale") isn't.
  const stressed = !multiWord && (!ordinary || plain.length < 3 || grammarWord(plain.toLowerCase()) !== null);
  if (!stressed) spellings.add(plain.toUpperCase());
  return [...spellings];
}

function baseForm(name: string): NameForm {
  const folded = foldedString(name);
  const letters = lettersOf(folded);
  const parts = words(folded);
  const ordinary = parts.length > 0 && parts.every((part) => isOrdinaryWord(part));
  const short = letters.length <= SHORT && CASED.test(name);
  const exact = short || ordinary;
  return {
    folded,
    rule: exact ? "exact" : "any",
    spellings: exact ? spellingsOf(name, ordinary, parts.length > 1 && !short) : [],
    humps: [],
    ordinary: ordinary && parts.length === 1,
    plural:
      (letters.length > SHORT && !ordinary && /[a-z]$/u.test(folded) && parts.length <= 3) ||
      /^\p{Lu}{3}$/u.test(name),
  };
}

function joinedForms(name: string): NameForm[] {
  const forms: NameForm[] = [];
  const add = (folded: string, parts: readonly string[]) =>
    forms.push({
      folded,
      rule: "humps",
      spellings: [],
      humps: humpOffsets(parts),
      ordinary: false,
      plural: false,
    });
  const camel = camelParts(name);
  if (camel !== null) {
    add(foldedString(camel.join(" ")), camel);
    add(foldedString(camel.join("'")), camel);
  }
  const apart = name.split(/[\s-]+/u);
  const joinable =
    apart.length > 1 &&
    apart.every((part) => /^[\p{L}\p{N}]+$/u.test(part)) &&
    lettersOf(name).length > SHORT + 1;
  if (joinable) add(foldedString(apart.join("")), apart);
  // "Wal-Mart" is as often "Walmart"; a joined word of the language isn't it.
  const hyphenless = name.replaceAll("-", "");
  if (
    hyphenless !== name &&
    lettersOf(name).length >= SHORTEST_JOINED &&
    !isOrdinaryWord(foldedString(hyphenless))
  )
    add(foldedString(hyphenless), []);
  const dotless = name.replace(/(?<=\p{L})\.(?=\s)/gu, "");
  if (dotless !== name) add(foldedString(dotless), [dotless]);
  const dotted = name.replace(/^(Dr|Mr|Mrs|Ms|St)(?=\s)/u, "$1.");
  if (dotted !== name) add(foldedString(dotted), [dotted]);
  if (/ & /u.test(name)) add(foldedString(name.replaceAll(" & ", " and ")), []);
  else if (/ and /u.test(name)) add(foldedString(name.replaceAll(" and ", " & ")), []);
  // "Frankies Bikinis" is as often written "Frankie's Bikinis", "Kohls" "Kohl's".
  const possessive = name.replace(/(?<=\p{L}{4})s(?=\s|$)/u, "'s");
  if (possessive !== name && !/['’]/u.test(name)) add(foldedString(possessive), [name]);
  const bare = name.replace(/(?<=\p{L})['’](?=\p{L})/gu, "");
  if (bare !== name && lettersOf(bare).length > SHORT) add(foldedString(bare), [bare]);
  return forms;
}

/** Every form under which one name or alias is looked for, most literal first. Pure; no form for a name of symbols. */
export function nameForms(name: string): NameForm[] {
  const trimmed = name.trim().replace(/\s+/gu, " ");
  const core = withoutLegalForm(trimmed);
  const unmarked = core.replace(/(?<=[\p{L}\p{N}]{4})[!?]+$/u, "");
  const names = [...new Set([trimmed, core, unmarked])];
  const forms = names.flatMap((each) => [baseForm(each), ...joinedForms(each)]);
  return forms.filter((form) => lettersOf(form.folded) !== "");
}

/** The form under which a bare owned domain counts as a naming. */
export function domainForm(domain: string): NameForm | null {
  const host = domain
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//u, "")
    .replace(/^www\./u, "")
    .replace(/[/?#].*$/u, "");
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)) return null;
  return {
    folded: foldedString(host),
    rule: "domain",
    spellings: [host],
    humps: [],
    ordinary: false,
    plural: false,
  };
}
