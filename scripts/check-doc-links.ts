// Every relative link of the project's Markdown leads to a file, and to a heading where it names one.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brokenLinks } from "./documents/broken-links";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = ["docs", "server", "inngest", "db", "app", "components", "bench", "e2e", "ops", "scripts"];

const documents = ["README.md", "CONTRIBUTING.md", ...FOLDERS.flatMap(markdownBelow)];
const exists = (path: string) => existsSync(join(root, path));
const read = (path: string) =>
  path.endsWith(".md") && exists(path) ? readFileSync(join(root, path), "utf8") : undefined;
const faults = documents.flatMap((path) => {
  const text = read(path);
  return text === undefined ? [`${path} is missing`] : brokenLinks(path, text, { exists, read });
});

for (const fault of faults) console.error(fault);
console.log(`${documents.length} documents`);
process.exitCode = faults.length === 0 ? 0 : 1;

function markdownBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md"))
    .map((path) => `${folder}/${path}`);
}
