import type { DomainClass } from "@/server/extraction/contract";
import { COMMUNITY } from "./domains/community";
import { EDITORIAL } from "./domains/editorial";
import { INSTITUTION } from "./domains/institution";
import { REFERENCE } from "./domains/reference";
import { RETAILER } from "./domains/retailer";
import { REVIEW } from "./domains/review";
import { SOCIAL, VIDEO } from "./domains/video-and-social";

const TABLES: readonly (readonly [DomainClass, string])[] = [
  ["editorial", EDITORIAL],
  ["reference", REFERENCE],
  ["community", COMMUNITY],
  ["review", REVIEW],
  ["video", VIDEO],
  ["social", SOCIAL],
  ["retailer", RETAILER],
  ["institution", INSTITUTION],
];

/** The hosts of one table: `name{com de}` is name.com and name.de. */
export function hostsOf(table: string): string[] {
  return [...table.matchAll(/([\w.-]+)(?:\{([^}]+)\})?/gu)].flatMap(([, name = "", suffixes]) =>
    suffixes === undefined ? [name] : suffixes.split(" ").map((suffix) => `${name}.${suffix}`),
  );
}

/** Every known host with its class. A host that is no registrable domain (news.ycombinator.com) stands for itself alone. */
export const CLASS_OF_HOST: ReadonlyMap<string, DomainClass> = new Map(
  TABLES.flatMap(([domainClass, table]) => hostsOf(table).map((host) => [host, domainClass] as const)),
);
