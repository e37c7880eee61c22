import { Parser } from "htmlparser2";

/** As much of a page as is read: what it says about itself stands in its beginning. In UTF-16 units. */
const MOST_MARKUP = 1_500_000;
const MOST_TEXT = 60_000;
const MOST_HEADINGS = 60;
const MOST_LINKS = 400;
const LONGEST_LINE = 400;
const MOST_LINKED_DATA = 200_000;
/** The parser's own stack costs the square of its height. */
const DEEPEST = 1_000;

/** What a page says about itself, in its own words: tidied, cut, and nothing judged. */
export interface PageFacts {
  readonly language: string | null;
  readonly title: string;
  /** By name or property in lower case, the first of each: "description", "og:site_name". */
  readonly meta: ReadonlyMap<string, string>;
  /** h1 to h3, in their order. */
  readonly headings: readonly string[];
  readonly links: readonly { readonly href: string; readonly text: string }[];
  /** Addresses of the same page elsewhere: its canonical one, and those in other languages. */
  readonly alternates: readonly string[];
  /** Parsed JSON-LD, one for each script that could be parsed. */
  readonly linkedData: readonly unknown[];
  /** What stands on it to be read, in one line. */
  readonly text: string;
}

const UNREAD = new Set(["script", "style", "noscript", "template", "svg", "iframe", "object"]);
const HEADINGS = new Set(["h1", "h2", "h3"]);

/** Thrown through the parser, which can't be told to stop: what was read until then counts. */
class TooDeep extends Error {}

/** Reads an HTML page from its tokens: no tree is built, and no script is run. What is nested too deep ends it. */
export function readPage(markup: string): PageFacts {
  const meta = new Map<string, string>();
  const headings: string[] = [];
  const links: { href: string; text: string }[] = [];
  const alternates: string[] = [];
  const linkedData: unknown[] = [];
  const text: string[] = [];
  let [language, title]: [string | null, string] = [null, ""];
  let length = 0;
  let depth = 0;
  let unread = 0;
  let titleOf: string[] | null = null;
  let heading: string[] | null = null;
  let link: { href: string; words: string[] } | null = null;
  let json: string[] | null = null;
  let jsonLength = 0;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        if (name === "html") language ??= tidy(attributes.lang ?? attributes["xml:lang"] ?? "") || null;
        if (name === "meta") keepMeta(meta, attributes);
        if (name === "link" && /\b(canonical|alternate)\b/i.test(attributes.rel ?? "") && attributes.href)
          alternates.push(attributes.href.trim().slice(0, LONGEST_LINE));
        if (name === "script" && /ld\+json/i.test(attributes.type ?? "")) [json, jsonLength] = [[], 0];
        if (UNREAD.has(name)) unread += 1;
        if (name === "title" && title === "" && unread === 0) titleOf = [];
        if (HEADINGS.has(name)) heading = [];
        if (name === "a" && attributes.href) link = { href: attributes.href.trim(), words: [] };
      },
      ontext(piece) {
        if (json !== null && jsonLength < MOST_LINKED_DATA) {
          json.push(piece);
          jsonLength += piece.length;
        }
        if (unread > 0) return;
        if (titleOf) {
          titleOf.push(piece);
          return;
        }
        heading?.push(piece);
        link?.words.push(piece);
        if (length > MOST_TEXT) return;
        text.push(piece);
        length += piece.length;
      },
      onclosetag(name) {
        depth -= 1;
        if (name === "script" && json !== null) {
          const parsed = parseJson(json.join(""));
          if (parsed !== undefined) linkedData.push(parsed);
          json = null;
        }
        if (UNREAD.has(name)) unread = Math.max(0, unread - 1);
        if (name === "title" && titleOf) {
          title = tidy(titleOf.join(""));
          titleOf = null;
        }
        if (HEADINGS.has(name) && heading) {
          const words = tidy(heading.join(" "));
          if (words !== "" && headings.length < MOST_HEADINGS) headings.push(words);
          heading = null;
        }
        if (name === "a" && link) {
          if (links.length < MOST_LINKS)
            links.push({ href: link.href.slice(0, LONGEST_LINE), text: tidy(link.words.join(" ")) });
          link = null;
        }
        if (!link && !heading) text.push(" ");
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(markup.slice(0, MOST_MARKUP));
    parser.end();
  } catch (thrown) {
    if (!(thrown instanceof TooDeep)) throw thrown;
  }
  const words = tidy(text.join(""), MOST_TEXT);
  return {
    language,
    title,
    meta,
    headings,
    links,
    alternates: alternates.slice(0, 50),
    linkedData,
    text: words,
  };
}

function keepMeta(meta: Map<string, string>, attributes: Record<string, string>): void {
  const name = (attributes.property ?? attributes.name ?? attributes["http-equiv"] ?? "")
    .trim()
    .toLowerCase();
  const content = tidy(attributes.content ?? "");
  if (name !== "" && content !== "" && !meta.has(name)) meta.set(name, content);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(
      text.replace(/^\s*(<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, ""),
    );
  } catch {
    return undefined;
  }
}

/** One space between words, nothing that can't be stored or seen, and no longer than a line may be. */
function tidy(text: string, longest = LONGEST_LINE): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\uFFFD\s]+/gu, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed()
    .trim();
}
