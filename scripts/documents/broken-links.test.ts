import { describe, expect, it } from "vitest";
import { brokenLinks } from "./broken-links";

const FILES: Record<string, string> = {
  "README.md": "# Read me\n",
  "docs/decisions.md":
    "# Decisions\n\n## 1. Why not [x](y.md)?\n\n## Twice\n\n## Twice\n\n```\n## not a heading\n```\n",
  "server/kernel": "",
};
const targets = { exists: (path: string) => path in FILES, read: (path: string) => FILES[path] };
const broken = (link: string) => brokenLinks("server/README.md", `# Here\n\n[text](${link})\n`, targets);

describe("links between documents", () => {
  it.each([
    "../README.md",
    "../README.md#read-me",
    "../docs/decisions.md#1-why-not-x",
    "../docs/decisions.md#twice-1",
    "kernel",
    "#here",
    "https://example.com/nowhere",
    "mailto:a@example.com",
  ])("%s leads somewhere", (link) => {
    expect(broken(link)).toEqual([]);
  });

  it.each([
    ["missing.md", "leads to no file"],
    ["../docs/decisions.md#not-a-heading", "leads to no heading"],
    ["../docs/decisions.md#twice-2", "leads to no heading"],
    ["#there", "leads to no heading"],
    ["../../secret.md", "leaves the project"],
  ])("%s %s", (link, fault) => {
    expect(broken(link)).toEqual([`server/README.md: ${link} ${fault}`]);
  });

  it("leaves code alone", () => {
    const markdown = "`[x](missing.md)`\n\n```\n[x](missing.md)\n```\n";
    expect(brokenLinks("README.md", markdown, targets)).toEqual([]);
  });
});
