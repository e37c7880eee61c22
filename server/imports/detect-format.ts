import type { CaptureFormat } from "./contract";

/**
 * The format of a file, by what it begins with, else by its name: an object can't begin a table, whatever the file is
 * called. Without either, a first line that names the column `prompt` makes it a table.
 */
export function detectFormat(fileName: string | undefined, content: string): CaptureFormat {
  const start = content
    .slice(0, 10_000)
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (start.startsWith("{") || start.startsWith("[")) return "jsonl";
  const extension = /\.([a-z]+)$/i.exec(fileName ?? "")?.[1]?.toLowerCase();
  if (extension === "csv" || extension === "tsv") return "csv";
  if (extension === "jsonl" || extension === "ndjson" || extension === "json") return "jsonl";
  const [firstLine = ""] = start.split(/\r?\n/, 1);
  return /\bprompt\b/i.test(firstLine) || !/^\s*\{/m.test(start) ? "csv" : "jsonl";
}
