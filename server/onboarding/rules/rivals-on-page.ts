import { brandNameProblem, foldName } from "@/server/extraction";
import { escaped } from "./category-on-page";
import type { SiteLanguage } from "./languages/site-language";
import type { PageFacts } from "./read-page";

const MOST_RIVALS = 8;
const NAME = "\\p{Lu}[\\p{L}\\p{N}.&+’'-]*(?:\\s(?:\\p{Lu}|\\p{N})[\\p{L}\\p{N}.&+’'-]*){0,2}";

/** Capitalised words that stand there and name nobody. */
const NOBODY = new Set(
  "the a an our your us you them others other all more compare comparison alternatives alternative competitors competition competitor spreadsheets excel manual pricing features why see read get try how what which best better good top new old".split(
    " ",
  ),
);

/** Brands that the page sets itself against: "Acme vs Verticore", "an alternative to Sedia", a link to /compare/kestrel. */
export function rivalsOnPage(page: PageFacts, names: readonly string[], language: SiteLanguage): string[] {
  const own = names.map(escaped).join("|");
  const versus = "(?:vs\\.?|versus)";
  const before = language.alternativeTo.join("|");
  const patterns = [
    new RegExp(`(?:^|[^\\p{L}])(?:${own})\\s+(?:[Vv]s\\.?|[Vv]ersus|VS)\\s+(${NAME})`, "gu"),
    new RegExp(`(${NAME})\\s+(?:[Vv]s\\.?|[Vv]ersus|VS)\\s+(?:${own})(?:[^\\p{L}]|$)`, "gu"),
    new RegExp(
      `(?:^|[^\\p{L}])${versus.replace("vs", "[Vv]s").replace("versus", "[Vv]ersus")}\\s+(${NAME})`,
      "gu",
    ),
    new RegExp(`(?:${eitherCase(before)})\\s+(${NAME})`, "gu"),
    // "Sedia alternative" is English alone: elsewhere an article stands before that word.
    ...(language.id === "en"
      ? [new RegExp(`(${NAME})\\s+(?:[Aa]lternative|[Aa]lternatives)(?:[^\\p{L}]|$)`, "gu")]
      : []),
  ];
  const lines = [
    page.title,
    page.meta.get("description") ?? "",
    ...page.headings,
    ...page.links.map(({ text }) => text),
    ...page.text.slice(0, 30_000).split(/(?<=[.!?])\s/u),
  ];
  const said = lines.flatMap((line) =>
    patterns.flatMap((pattern) =>
      [...line.matchAll(pattern)].flatMap(([, name]) => (name === undefined ? [] : [name])),
    ),
  );
  const linked = page.links.flatMap(({ href }) => rivalOfPath(href, names));
  return distinct([...said.map(trimmed), ...linked], names).slice(0, MOST_RIVALS);
}

/** The first letter of each in either case: the name behind it tells itself by its capital. */
function eitherCase(alternatives: string): string {
  return alternatives
    .split("|")
    .map((each) => each.replace(/^(\p{L})/u, (letter) => `[${letter.toUpperCase()}${letter}]`))
    .join("|");
}

/** /compare/acme-vs-verticore, /vs/verticore, /alternatives/verticore, /verticore-alternative. */
function rivalOfPath(href: string, names: readonly string[]): string[] {
  const path = href.split(/[?#]/)[0]?.toLowerCase() ?? "";
  const own = new Set(names.map((name) => foldName(name).replace(/\s+/g, "-")));
  const versus = /\/([a-z0-9-]+)-(?:vs|versus)-([a-z0-9-]+)\/?$/.exec(path);
  const alone =
    /\/(?:vs|versus|alternatives?)\/([a-z0-9-]+)\/?$/.exec(path) ??
    /\/([a-z0-9-]+)-alternatives?\/?$/.exec(path);
  const sides = versus ? [versus[1], versus[2]] : [alone?.[1]];
  if (versus && !sides.some((side) => own.has(side ?? ""))) return [];
  return sides.flatMap((side) =>
    side === undefined || own.has(side) ? [] : [capitalised(side.replace(/-alternatives?$/, ""))],
  );
}

function capitalised(slug: string): string {
  return slug
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}

/** Without what belongs to the sentence: a possessive, an end, "Alternatives". */
function trimmed(name: string): string {
  const words = name.replace(/['’]s?$|[.’'-]+$/gu, "").split(" ");
  while (words.length > 1 && NOBODY.has((words.at(-1) ?? "").toLowerCase())) words.pop();
  while (words.length > 1 && NOBODY.has((words[0] ?? "").toLowerCase())) words.shift();
  return words.join(" ");
}

function distinct(found: readonly string[], own: readonly string[]): string[] {
  const owned = own.map(foldName);
  const kept = new Map<string, string>();
  for (const name of found) {
    const folded = foldName(name);
    const isOwn = owned.some((each) => ` ${folded} `.includes(` ${each} `));
    if (isOwn || kept.has(folded) || NOBODY.has(folded) || folded.length < 2) continue;
    if (brandNameProblem(name) === null) kept.set(folded, name);
  }
  return [...kept.values()];
}
