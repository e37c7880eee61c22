import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Report, ReportName } from "./contract";

/** What a generated file says to whoever opens it in an editor. */
const TO_EDITORS = /[;.] don't edit\./i;

/** A report of docs/, split at its headings. Read when the page is built, so that a page never says other numbers than the file. */
export function readReport(name: ReportName): Report {
  const source = readFileSync(join(process.cwd(), "docs", `${name}.md`), "utf8");
  const [head = "", ...parts] = source.split(/^## /m);
  const [title = "", ...lead] = head.replace(/^# /, "").split("\n");
  return {
    title,
    lead: lead.join("\n").replace(TO_EDITORS, ".").trim(),
    parts: parts.map((part) => {
      const [heading = "", ...text] = part.split("\n");
      return { title: heading, text: text.join("\n").trim() };
    }),
  };
}

/** The part of that title. Throws when the report has none: its page would miss what it is there for. */
export function partOf(report: Report, title: string): string {
  const part = report.parts.find((each) => each.title === title);
  if (!part) throw new Error(`the report "${report.title}" has no part "${title}"`);
  return part.text;
}
