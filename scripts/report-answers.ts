/**
 * Reports what repeating prompts gave on real, recorded answers, and writes docs/recorded-answers.md.
 * Run: npm run report:answers [-- --answers FILE]. The same answers give the same file, to the byte.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { EXTRACTOR_VERSION } from "@/server/extraction";
import { METHOD_VERSION } from "@/server/metrics";
import { readCells } from "./recorded-answers/read-cells";
import { recordedPage } from "./recorded-answers/recorded-page";

const beside = fileURLToPath(new URL("../../shared/answers/answers.jsonl", import.meta.url));
const { values } = parseArgs({ options: { answers: { type: "string", default: beside } } });

if (existsSync(values.answers)) {
  const cells = readCells(readFileSync(values.answers, "utf8"));
  const page = recordedPage(cells, { extractor: EXTRACTOR_VERSION, method: METHOD_VERSION });
  writeFileSync(fileURLToPath(new URL("../docs/recorded-answers.md", import.meta.url)), page);
  console.log(`docs/recorded-answers.md written from ${cells.length} cells`);
} else {
  console.log(`Skipped: there are no recorded answers at ${values.answers}`);
}
