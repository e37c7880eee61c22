import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DOMAIN_CLASSES, type DomainClass, PAGE_TYPES, type PageType } from "@/server/extraction/contract";
import { classifySource } from "./classify-source";
import { CLASS_OF_HOST, hostsOf } from "./domain-table";
import { COMMUNITY } from "./domains/community";
import { EDITORIAL } from "./domains/editorial";
import { INSTITUTION } from "./domains/institution";
import { REFERENCE } from "./domains/reference";
import { RETAILER } from "./domains/retailer";
import { REVIEW } from "./domains/review";
import { SOCIAL, VIDEO } from "./domains/video-and-social";
import { INSTITUTION_SUFFIXES } from "./host-rules";

type Case = {
  readonly why: string;
  readonly url: string;
  readonly title?: string;
  readonly owner?: "own" | "rival";
  readonly domainClass: DomainClass;
  readonly pageType: PageType;
};

/** Trusts the file's shape, which the next test reads in full. */
function readCases(): Case[] {
  const lines = readFileSync(new URL("./cases.jsonl", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}

const cases = readCases();
const tables = [EDITORIAL, REFERENCE, COMMUNITY, REVIEW, VIDEO, SOCIAL, RETAILER, INSTITUTION];

describe("the taxonomy of sources", () => {
  it("has 150 cases or more, and each class and page type in them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ domainClass }) => domainClass))).toEqual(new Set(DOMAIN_CLASSES));
    expect(new Set(cases.map(({ pageType }) => pageType))).toEqual(new Set(PAGE_TYPES));
  });

  it.each(cases.map((each) => [each.why, each.url, each] as const))("%s: %s", (_why, url, expected) => {
    const { domainClass, pageType } = classifySource(url, expected.title ?? null, expected.owner ?? null);
    expect({ domainClass, pageType }).toEqual({
      domainClass: expected.domainClass,
      pageType: expected.pageType,
    });
  });

  it("each host stands in one table once", () => {
    const hosts = tables.flatMap(hostsOf);
    const twice = hosts.filter((host, index) => hosts.indexOf(host) !== index);
    expect(twice).toEqual([]);
    expect(CLASS_OF_HOST.size).toBe(hosts.length);
    expect(hosts.length).toBeGreaterThan(1500);
    expect(hosts.filter((host) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/u.test(host))).toEqual([]);
  });

  it("no suffix that anybody can register under makes an institution", () => {
    for (const open of ["org", "com", "net", "eu", "org.uk", "co.uk", "io", "org.br"])
      expect(INSTITUTION_SUFFIXES).not.toContain(open);
  });
});
