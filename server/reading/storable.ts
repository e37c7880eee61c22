import type { ParsedAnswer } from "@/server/engines";

/**
 * The same answer in characters that Postgres can hold: a NUL or half a surrogate pair becomes U+FFFD. Both are one UTF-16
 * unit, so every span stays right; the raw body keeps what really came.
 */
export function storable(parsed: ParsedAnswer): ParsedAnswer {
  return mapStrings(parsed, (text) => text.toWellFormed().replaceAll("\0", "\uFFFD"));
}

/** The same shape with every string in it replaced: what goes in as T comes out as T. */
function mapStrings<T>(value: T, replace: (text: string) => string): T {
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") return replace(part);
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, walk(each)]));
  };
  return walk(value) as T;
}
