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
const BARE_URL = /(?:https?|ftp):\/\/[^\s<>"\u3000-\u303F\uFF01-\uFF60\u2018-\u201F]{1,4096}/giu;

/** Where each `[` closes; -1 when it doesn't. One pass with a stack, so that "[[[[" stays linear. */
function matchBrackets(text: string): Map<number, number> {
  const open: number[] = [];
  const closes = new Map<number, number>();
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x5b) open.push(at);
    else if (code === 0x5d) {
      const start = open.pop();
      if (start !== undefined) closes.set(start, at);
    } else if (code === 0x0a && text.charCodeAt(at + 1) === 0x0a) open.length = 0;
  }
  return closes;
}

/** End of an inline target that opens at `at` ("("), past its ")"; -1 when it isn't one. Bounded look-ahead. */
function targetEnd(text: string, at: number): number {
  let depth = 0;
  let quoted = false;
  const limit = Math.min(text.length, at + LONGEST_TARGET);
  for (let index = at; index < limit; index += 1) {
    const character = text[index];
    if (character === "\n") return -1;
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "(") depth += 1;
    if (character === ")") {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
    if (depth > 16) return -1;
  }
  return -1;
}

function targetUrl(target: string): string {
  return (target.trim().split(/\s/, 1)[0] ?? "").replace(/^<|>$/g, "");
}

function trimBareUrl(url: string): string {
  let trimmed = url.replace(/[.,;:!?'*_~`\]}]+$/u, "");
  while (trimmed.endsWith(")") && trimmed.split("(").length < trimmed.split(")").length)
    trimmed = trimmed.slice(0, -1);
  return trimmed;
}

/** Finds every link of a markdown or plain text: inline, by reference, image and bare. Linear in the text's length. */
export function findLinks(text: string): LinkScan {
  const definitions: Span[] = [];
  const targets = new Map<string, string>();
  for (const match of text.matchAll(DEFINITION)) {
    definitions.push({ start: match.index, end: match.index + match[0].length });
    const name = match[1] ?? "";
    if (name.length <= LONGEST_DEFINITION_LABEL) targets.set(name.toLowerCase(), targetUrl(match[2] ?? ""));
  }
  const links: TextLink[] = [];
  const closes = matchBrackets(text);
  const inDefinition = spanTester(definitions);
  const covered = new Uint8Array(text.length);
  const starts = [...closes.keys()].sort((left, right) => left - right);
  for (const start of starts) {
    const close = closes.get(start) ?? start;
    if (covered[start] === 1 || inDefinition(start)) continue;
    const image = text[start - 1] === "!";
    const label = { start: start + 1, end: close };
    const after = text[close + 1];
    let end = -1;
    let url = "";
    if (after === "(") {
      end = targetEnd(text, close + 1);
      url = end < 0 ? "" : targetUrl(text.slice(close + 2, end - 1));
    } else if (after === "[") {
      const second = closes.get(close + 1);
      const reference = second === undefined ? undefined : text.slice(close + 2, second).toLowerCase();
      const found = reference === undefined ? undefined : targets.get(reference);
      if (second !== undefined && (found !== undefined || /^\^?\d{1,4}$/.test(reference ?? ""))) {
        end = second + 1;
        url = found ?? "";
      }
    } else if (close - start < LONGEST_DEFINITION_LABEL) {
      const found = targets.get(text.slice(start + 1, close).toLowerCase());
      if (found !== undefined) {
        end = close + 1;
        url = found;
      }
    }
    if (end < 0) continue;
    const shape = image ? "image" : after === "(" ? "inline" : "reference";
    links.push({ whole: { start: image ? start - 1 : start, end }, label, url, shape });
    covered.fill(1, close, end);
  }
  for (const match of text.matchAll(BARE_URL)) {
    if (covered[match.index] === 1 || inDefinition(match.index)) continue;
    const url = trimBareUrl(match[0]);
    const span = { start: match.index, end: match.index + url.length };
    links.push({ whole: span, label: span, url, shape: "bare" });
  }
  links.sort((left, right) => left.whole.start - right.whole.start);
  return { links, definitions };
}
