import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { compileBrandSet, EXTRACTOR_VERSION } from "@/server/extraction";
import { predict } from "./extraction/predict";
import { readAnswers, readBrands } from "./extraction/read-inputs";

const usage = `npm run extract -- --brands FILE --answers FILE --out FILE: what the extractor reads out of answers
  --brands   JSON: a list of names, or of objects { name, aliases?, domains? }
  --answers  JSONL, one answer a line: { id, text, engine?, prompt?, sources?: [url or { url, title?, kind? }] }
  --out      JSONL, one line an answer, in the same order: { id, mentions: [{ brand, rank, stance, spans }],
             ambiguous: [{ brand, reason, spans }], citations: [{ url, domain, kind, class, page }] }
Without a database, a key or a network. Spans count UTF-16 units, end exclusive.`;

const { values } = parseArgs({
  options: {
    brands: { type: "string" },
    answers: { type: "string" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const { brands, answers, out } = values;
  if (!brands || !answers || !out) fail(`--brands, --answers and --out are all needed.\n\n${usage}`);
  try {
    await extract(brands, answers, out);
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}

async function extract(brands: string, answers: string, out: string): Promise<void> {
  const brandSet = compileBrandSet(readBrands(await readFile(brands, "utf8")));
  const inputs = readAnswers(await readFile(answers, "utf8"));
  const started = performance.now();
  const predictions = inputs.map((answer) => predict(answer, brandSet));
  const seconds = (performance.now() - started) / 1_000;
  await writeFile(out, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(""));
  const megabytes = inputs.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  console.log(
    `Extractor ${EXTRACTOR_VERSION}: ${inputs.length} answers (${megabytes.toFixed(1)} MB), ${brandSet.brands.length} brands, ${seconds.toFixed(2)} s. Written to ${out}`,
  );
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
