import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const Recording = z.object({
  /** The newest migration of the app that was recorded. */
  schema: z.string(),
  statements: z.array(z.object({ text: z.string(), values: z.array(z.unknown()).optional() })),
});
export type Recording = z.infer<typeof Recording>;
/** `values`, of one run that inserted something, where the statement is one that inserts. */
export type AppStatement = Recording["statements"][number];

const FOLDER = fileURLToPath(new URL("./recorded/", import.meta.url));
const ENDING = ".gen.json";
const KEPT = 2;

/**
 * What the app said to its database before the migration `newest` came: the latest recording of an older schema, or, where
 * there is none yet, of this one.
 */
export async function previousRecording(newest: string): Promise<Recording> {
  const names = await recordedSchemas();
  const name = names.findLast((schema) => schema < newest) ?? names.at(-1);
  if (name === undefined) throw new Error("nothing recorded: run scripts/record-statements.ts");
  return Recording.parse(JSON.parse(await readFile(`${FOLDER}${name}${ENDING}`, "utf8")));
}

/** Writes a recording under its schema's name, one statement a line, and throws away what is older than the one before. */
export async function writeRecording({ schema, statements }: Recording): Promise<void> {
  const lines = statements.map((statement) => JSON.stringify(statement)).join(",\n");
  const json = `{"schema": ${JSON.stringify(schema)}, "statements": [\n${lines}\n]}\n`;
  await writeFile(`${FOLDER}${schema}${ENDING}`, json);
  for (const old of (await recordedSchemas()).slice(0, -KEPT)) await rm(`${FOLDER}${old}${ENDING}`);
}

async function recordedSchemas(): Promise<string[]> {
  const names = await readdir(FOLDER);
  return names
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort();
}
