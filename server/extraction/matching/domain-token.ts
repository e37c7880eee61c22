import { parse } from "tldts";

const LONGEST_TOKEN = 253;
const TOKEN_CHARACTER = /[\p{L}\p{N}.@_-]/u;

/** The run of host-like characters around a span, trimmed of the dots of a sentence's end. Bounded look-around. */
export function hostTokenAround(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && start - from < LONGEST_TOKEN && TOKEN_CHARACTER.test(text[from - 1] ?? "")) from -= 1;
  while (to < text.length && to - end < LONGEST_TOKEN && TOKEN_CHARACTER.test(text[to] ?? "")) to += 1;
  return text.slice(from, to).replace(/^[.@_-]+|[.@_-]+$/gu, "");
}

/** Whether a token is a host name as people write it: a known suffix, not "sentence.Next" run together. */
export function isHostName(token: string): boolean {
  const suffix = /\.([\p{L}]+)$/u.exec(token)?.[1];
  if (suffix === undefined) return false;
  const cased = suffix === suffix.toLowerCase() || token === token.toUpperCase();
  return cased && parse(token).isIcann === true;
}
