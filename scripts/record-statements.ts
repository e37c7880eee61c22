// Writes down what the app of today says to its database, for migrations of tomorrow to be tried against: every statement
// that the product's database tests send as the app role. Run it before the next migration is written:
//   node scripts/bootstrap.mjs scripts/record-statements.ts
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readMigrations } from "@/db/migrate";
import type { RecordedStatement } from "@/db/testing/statement-recorder";
import { mergeStatements } from "./migration-lint/merge-statements";
import { writeRecording } from "./migration-lint/recordings";

const folder = await mkdtemp(join(tmpdir(), "citestreak-statements-"));
try {
  const { status } = spawnSync("vitest", ["run", "--project", "db", "server"], {
    stdio: "inherit",
    env: { ...process.env, RECORD_STATEMENTS_INTO: folder },
  });
  if (status !== 0) throw new Error("a test failed: what it would have sent is missing");
  const files = await readdir(folder);
  const lines = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const recorded = lines.flatMap((text) =>
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): RecordedStatement => JSON.parse(line)),
  );
  const schema = (await readMigrations()).at(-1)?.name ?? "";
  const statements = await mergeStatements(recorded);
  await writeRecording({ schema, statements });
  console.log(`${statements.length} statements of the app at ${schema}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
