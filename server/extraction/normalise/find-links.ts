import type { Span } from "@/server/extraction/extraction-types";
import { spanTester } from "./span-tester";

/** A link in the text: its visible label, its target and the whole of its markup. A bare URL is its own label. */
export type TextLink = {
  readonly whole: Span;
  readonly label: Span;
  readonly url: string;
  readonly shape: "inline" | "reference" | "bare" | "image";
};

/** Links of a text and the lines that define reference links (`[1]: https://... "title"`). */
export type LinkScan = { readonly links: readonly TextLink[]; readonly definitions: readonly Span[] };

const LONGEST_TARGET = 4096;
const LONGEST_DEFINITION_LABEL = 200;
const DEFINITION = /^[ \t>]{0,8}\[([^\]\n]{1,200})\]:[ \t]*(\S{0,4096})[^\n]*$/gm;
const BARE_URL = /(?:https?|ftp):\/\/[^\s<>"\u3000-\u303F\uFF01-\uFF60\u2018-\u201F\uFFFC]{1,4096}/giu;
const NO_LINKS: LinkScan = { links: [], definitions: [] };

/** Links don't nest deeper; the outermost of deeper brackets are given up. */
const DEEPEST = 400;

type Pair = { readonly open: number; readonly close: number };

/** Pairs of brackets in order of their opening. One pass with a bounded stack, so that "[[[[" stays cheap. */
function matchBrackets(text: string): Pair[] {
  const pairs: Pair[] = [];
  const stack: number[] = [];
  for (let at = text.indexOf("["); at >= 0 && at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x5b) {
      if (stack.length >= DEEPEST) stack.splice(0, DEEPEST / 2);
      stack.push(at);
    } else if (code === 0x5d) {
      const open = stack.pop();
      if (open !== undefined) pairs.push({ open, close: at });
    } else if (code === 0x0a && text.charCodeAt(at + 1) === 0x0a) stack.length = 0;
  }
  return pairs.sort((left, right) => left.open - right.open);
}

/** End of an inline target that opens at `at` ("("), past its ")"; -1 when it isn't one. Bounded look-ahead. */
function targetEnd(text: string, at: number): number {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(text.length, at + LONGEST_TARGET);
  for (let index = at; index < limit; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) return -1;
    if (code === 0x22) quoted = !quoted;
    if (quoted) continue;
    if (code === 0x28) depth += 1;
    if (code === 0x29) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
    if (depth > 16) return -1;
  }
  return -1;
}

function targetUrl(target: string): string {
  const trimmed = target.trim();
  const space = trimmed.search(/\s/);
  return (space < 0 ? trimmed : trimmed.slice(0, space)).replace(/^<|>$/g, "");
}

function trimBareUrl(url: string): string {
  let end = url.length;
  while (end > 0 && ".,;:!?'*_~`]}".includes(url.charAt(end - 1))) end -= 1;
  let open = 0;
  for (let at = 0; at < end; at += 1) open += url[at] === "(" ? 1 : url[at] === ")" ? -1 : 0;
  for (; open < 0 && url[end - 1] === ")"; end -= 1) open += 1;
  return url.slice(0, end);
}

type Targets = { readonly definitions: Span[]; readonly urls: ReadonlyMap<string, string> };

function findDefinitions(text: string): Targets {
  const definitions: Span[] = [];
  const urls = new Map<string, string>();
  if (!text.includes("]:")) return { definitions, urls };
  for (const match of text.matchAll(DEFINITION)) {
    definitions.push({ start: match.index, end: match.index + match[0].length });
    urls.set((match[1] ?? "").toLowerCase(), targetUrl(match[2] ?? ""));
  }
  return { definitions, urls };
}

/** Where the bracket that opens at `open` closes; -1 when it isn't there. Logarithmic. */
function closeOf(pairs: readonly Pair[], open: number): number {
  let low = 0;
  let high = pairs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pairs[middle]?.open ?? 0) < open) low = middle + 1;
    else high = middle;
  }
  const found = pairs[low];
  return found?.open === open ? found.close : -1;
}

/** Where the markup of the link whose label is closed at `close` ends, and its target; null when it is no link. */
function linkTarget(
  text: string,
  open: number,
  close: number,
  urls: ReadonlyMap<string, string>,
  pairs: readonly Pair[],
): { end: number; url: string } | null {
  const after = text[close + 1];
  if (after === "(") {
    const end = targetEnd(text, close + 1);
    return end < 0 ? null : { end, url: targetUrl(text.slice(close + 2, end - 1)) };
  }
  if (after === "[") {
    const second = closeOf(pairs, close + 1);
    if (second < 0 || second - close > LONGEST_DEFINITION_LABEL) return null;
    const reference = text.slice(close + 2, second).toLowerCase();
    const url = urls.get(reference);
    return url !== undefined || /^\^?\d{1,4}$/.test(reference) ? { end: second + 1, url: url ?? "" } : null;
  }
  if (urls.size === 0 || close - open >= LONGEST_DEFINITION_LABEL) return null;
  const url = urls.get(text.slice(open + 1, close).toLowerCase());
  return url === undefined ? null : { end: close + 1, url };
}

function bracketLinks(text: string, targets: Targets, covered: Uint8Array): TextLink[] {
  const pairs = matchBrackets(text);
  const links: TextLink[] = [];
  const inDefinition = spanTester(targets.definitions);
  for (const { open, close } of pairs) {
    if (covered[open] === 1 || inDefinition(open)) continue;
    const target = linkTarget(text, open, close, targets.urls, pairs);
    if (target === null) continue;
    const image = text[open - 1] === "!";
    const shape = image ? "image" : text[close + 1] === "(" ? "inline" : "reference";
    const whole = { start: image ? open - 1 : open, end: target.end };
    links.push({ whole, label: { start: open + 1, end: close }, url: target.url, shape });
    covered.fill(1, close, target.end);
  }
  return links;
}

/** Finds every link of a markdown or plain text: inline, by reference, image and bare. Linear in the text's length. */
export function findLinks(text: string): LinkScan {
  const brackets = text.includes("[");
  const addresses = text.includes("://");
  if (!brackets && !addresses) return NO_LINKS;
  const targets = brackets ? findDefinitions(text) : { definitions: [], urls: new Map<string, string>() };
  const covered = new Uint8Array(brackets ? text.length : 0);
  const links = brackets ? bracketLinks(text, targets, covered) : [];
  const inDefinition = spanTester(targets.definitions);
  if (addresses) {
    for (const match of text.matchAll(BARE_URL)) {
      if (covered[match.index] === 1 || inDefinition(match.index)) continue;
      const url = trimBareUrl(match[0]);
      const span = { start: match.index, end: match.index + url.length };
      links.push({ whole: span, label: span, url, shape: "bare" });
    }
    links.sort((left, right) => left.whole.start - right.whole.start);
  }
  return { links, definitions: targets.definitions };
}
