import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };
// Set by scripts/record-statements.ts and by `npm run test:long`.
const provide = {
  recordStatementsInto: process.env.RECORD_STATEMENTS_INTO ?? "",
  isLongRun: process.env.LONG_RUN === "1",
  seed: Number(process.env.SEED ?? 0),
  reliabilityReport: process.env.RELIABILITY_REPORT ?? "",
};
const ignored = ["**/node_modules/**", "**/.next/**", "e2e/**", ".data/**"];

/** The database suite, once through each driver. */
function databaseProject(name: string, driver: "node-postgres" | "neon") {
  return {
    resolve: { alias },
    test: {
      name,
      isolate: false,
      include: ["**/*.db.test.ts"],
      // Scripts speak to a database as its owner, the local runtime as the queue: neither through the app's driver.
      exclude: driver === "neon" ? [...ignored, "scripts/**", "inngest/local/**"] : ignored,
      globalSetup: ["db/testing/global-setup.ts"],
      setupFiles: provide.recordStatementsInto === "" ? [] : ["db/testing/statement-recorder.ts"],
      provide: { driver, ...provide },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

// `isolate: false` in every project: reading each module once a worker, instead of once a file, saves more than half the
// time. What a module keeps (the pool, breakers, stubbed variables) each file sets up for itself and takes down again.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          isolate: false,
          include: ["**/*.test.ts"],
          exclude: ["**/*.db.test.ts", ...ignored],
          provide,
          // Seconds where nothing else runs; others may use the machine, too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      databaseProject("db", "node-postgres"),
      databaseProject("db-neon", "neon"),
    ],
  },
});
