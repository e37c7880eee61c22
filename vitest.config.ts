import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "@": fileURLToPath(new URL(".", import.meta.url)) };
const ignored = ["**/node_modules/**", "**/.next/**", "e2e/**", ".data/**"];

/** The database suite, once through each driver. */
function databaseProject(name: string, driver: "node-postgres" | "neon") {
  return {
    resolve: { alias },
    test: {
      name,
      include: ["**/*.db.test.ts"],
      exclude: ignored,
      globalSetup: ["db/testing/global-setup.ts"],
      provide: { driver },
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: { name: "unit", include: ["**/*.test.ts"], exclude: ["**/*.db.test.ts", ...ignored] },
      },
      databaseProject("db", "node-postgres"),
      databaseProject("db-neon", "neon"),
    ],
  },
});
