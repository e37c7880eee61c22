import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/fixtures/global-setup.ts",
  outputDir: "test-results",
  workers: 2,
  projects: [
    // One at a time: the sandbox's faults, which some of them set, hold for every run. First, so that they go beside the rest.
    { name: "runs", testMatch: "flows/runs/*.e2e.ts", workers: 1 },
    // A database, a worker and an app of its own, which it takes down. `npm run test:long` runs it alone, and longer.
    { name: "faults", testMatch: "faults/*.e2e.ts", workers: 1 },
    {
      name: "screens",
      testMatch: "**/*.e2e.ts",
      testIgnore: ["flows/runs/**", "faults/**"],
      fullyParallel: true,
    },
  ],
  forbidOnly: true,
  retries: 0,
  // Seconds where nothing else runs; others may use the machine, too. No test asserts a time.
  timeout: 180_000,
  reporter: "list",
  use: { trace: "retain-on-failure", timezoneId: "UTC", locale: "en-GB" },
  // Baselines change by `npm run test:visual -- --update` alone, never in passing.
  updateSnapshots: "none",
  snapshotPathTemplate: "{testDir}/visual/baselines/{arg}{ext}",
  expect: {
    timeout: 20_000,
    toHaveScreenshot: {
      // Not one pixel. The threshold is what another processor's rounding may do to a colour, far below what eyes see.
      maxDiffPixels: 0,
      threshold: 0.01,
      animations: "disabled",
      caret: "hide",
      scale: "css",
    },
  },
});
