import { dirname, join, normalize } from "node:path";

/** What a set of documents may link to. Paths are relative to the project's root. */
export interface LinkTargets {
  exists(path: string): boolean;
  /** Markdown text of a document, or undefined when there is none at that path. */
  read(path: string): string | undefined;
}

/** Relative links of the document `path` whose file doesn't exist, or whose heading its target doesn't have. */
export function brokenLinks(path: string, markdown: string, targets: LinkTargets): string[] {
  return linksOf(markdown).flatMap((link) => {
    const [file = "", heading] = link.split("#");
    const target = file === "" ? path : normalize(join(dirname(path), decodeURIComponent(file)));
    if (target.startsWith("..")) return [`${path}: ${link} leaves the project`];
    if (target !== path && !targets.exists(target)) return [`${path}: ${link} leads to no file`];
    if (heading === undefined) return [];
    const text = target === path ? markdown : targets.read(target);
    return text !== undefined && headingsOf(text).has(heading)
      ? []
      : [`${path}: ${link} leads to no heading`];
  });
}

/** Targets of links and images that are neither URLs nor mail addresses; code is no link. */
function linksOf(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(target));
}

/** The anchors that GitHub gives a document's headings; a repeated heading gets -1, -2 … */
function headingsOf(markdown: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...withoutFences(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, title = ""]) => {
    const slug = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
  return new Set(anchors);
}

function withoutFences(markdown: string): string {
  return markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
}

function withoutCode(markdown: string): string {
  return withoutFences(markdown).replace(/`[^`\n]*`/g, "");
}
