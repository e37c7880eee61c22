import type { Page } from "@playwright/test";
import { PATHS } from "../fixtures/seed/orgs";
import { MEMBERS_AND_AUDIT } from "./member-screens";
import { OPERATIONS } from "./operation-screens";
import { REPORTS } from "./report-screens";
import { follow, press, type Screen } from "./screen";
import { START } from "./start-screens";

const PUBLIC: readonly Screen[] = [
  { name: "home", path: "/", heading: /name you/i, as: "visitor" },
  { name: "method", path: "/methodology", heading: "The method", as: "visitor" },
  { name: "method-calibration", path: "/methodology/calibration", heading: /Calibration/, as: "visitor" },
  { name: "sign-in", path: "/sign-in", heading: "Sign in", as: "visitor" },
];

const SHELL: readonly Screen[] = [
  { name: "projects", path: "/demo", heading: "Projects" },
  { name: "projects-none", path: "/nothing-yet", heading: "Projects" },
  { name: "not-yours", path: PATHS.other, heading: "There is no page at this address." },
  { name: "no-such-project", path: "/demo/main/nothing", heading: "There is nothing here that you may see." },
  { name: "failed", path: PATHS.demo, heading: "This page could not be shown.", as: "blind" },
  {
    name: "project-menu",
    path: "/demo",
    heading: "Projects",
    act: (page) => press(page, /Switch project/, "menu"),
  },
  {
    name: "phone-menu",
    path: PATHS.demo,
    heading: "Halvorn",
    on: "phone",
    act: (page) => press(page, "Menu", "dialog"),
  },
  { name: "data", path: "/large/settings/data", heading: "Data" },
  {
    name: "data-kept",
    path: "/large/settings/data",
    heading: "Data",
    act: async (page) => {
      await press(page, "How long they are kept", "dialog");
      await page.getByRole("radio", { name: "For 30 days" }).check();
    },
  },
  {
    name: "palette",
    path: PATHS.demo,
    heading: "Halvorn",
    act: async (page) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: "Where to" }).fill("a");
      await page.getByRole("option", { name: /Find “a”/ }).waitFor();
    },
  },
  {
    name: "notifications",
    path: PATHS.stale,
    heading: /./,
    act: (page) => press(page, /^Notifications/, "dialog"),
    // Some ended while the stage was set.
    mask: (page) => page.locator("time"),
  },
  {
    name: "credits",
    path: "/demo",
    heading: "Projects",
    on: "desktop",
    act: (page) => press(page, /^Credits/, "dialog"),
  },
];

const REVIEW: readonly Screen[] = [
  { name: "review", path: `${PATHS.toReview}/review`, heading: "Review" },
  { name: "review-item", path: `${PATHS.toReview}/review`, heading: "Review", act: startReviewing },
  {
    name: "review-choice",
    path: `${PATHS.toReview}/review`,
    heading: "Review",
    act: async (page) => {
      await startReviewing(page);
      await page.getByRole("button", { name: /^Some were missed/ }).click();
      await page.getByRole("checkbox").first().waitFor();
    },
  },
  { name: "review-done", path: `${PATHS.reviewed}/review`, heading: "Review" },
  { name: "review-none", path: `${PATHS.withoutRuns}/review`, heading: "Review" },
  {
    name: "review-setting",
    path: `${PATHS.withoutRuns}/review`,
    heading: "Review",
    act: (page) => press(page, "What is reviewed", "dialog"),
  },
  { name: "review-quality", path: `${PATHS.reviewed}/review/quality`, heading: "Measured quality" },
  { name: "review-quality-none", path: `${PATHS.withoutRuns}/review/quality`, heading: "Measured quality" },
];

/** The item that the stage's person holds. */
async function startReviewing(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Start reviewing" }).click();
  await page.getByRole("region", { name: /^Which brands/ }).waitFor();
}

const RUNS: readonly Screen[] = [
  { name: "runs", path: `${PATHS.states}/runs`, heading: "Runs" },
  { name: "runs-empty", path: `${PATHS.withoutRuns}/runs`, heading: "Runs" },
  { name: "schedules", path: `${PATHS.states}/schedules`, heading: "Schedules" },
  { name: "schedules-none", path: `${PATHS.withoutRuns}/schedules`, heading: "Schedules" },
  {
    name: "schedule-edit",
    path: `${PATHS.states}/schedules`,
    heading: "Schedules",
    act: async (page) => {
      await press(page, /^Edit$/, "dialog");
      await page.getByRole("button", { name: "Mondays" }).click();
      await page.getByText(/last for more than a year/).waitFor();
    },
  },
  {
    name: "run-partial",
    path: `${PATHS.states}/runs`,
    via: (page) => follow(page.getByRole("link", { name: /17 Nov 2026/ })),
    heading: /^Run of 17 Nov 2026/,
  },
  {
    name: "run-asking",
    path: `${PATHS.states}/runs`,
    via: (page) => follow(page.getByRole("link", { name: /20 Nov 2026/ })),
    heading: /^Run of 20 Nov 2026/,
  },
  {
    name: "start-run",
    path: `${PATHS.withoutRuns}/runs`,
    heading: "Runs",
    act: async (page) => {
      await press(page, "Start a run", "dialog");
      await page.getByRole("button", { name: /^Start for/ }).waitFor();
    },
  },
  {
    name: "start-run-unpayable",
    path: `${PATHS.poor}/runs`,
    heading: "Runs",
    act: async (page) => {
      await press(page, "Start a run", "dialog");
      await page.getByText(/credits missing/).waitFor();
    },
  },
];

const KEYS = "/demo/settings/engine-keys";
const SETTINGS: readonly Screen[] = [
  { name: "prompts", path: `${PATHS.demo}/prompts`, heading: "Prompts" },
  {
    name: "prompts-suggested",
    path: `${PATHS.demo}/prompts`,
    heading: "Prompts",
    act: async (page) => {
      await press(page, "Suggest prompts", "dialog");
      await page.getByLabel("What the brand sells").fill("standing desks");
      await page.getByRole("button", { name: "Suggest", exact: true }).click();
      await page.getByRole("button", { name: /^Add \d+ prompts$/ }).waitFor();
    },
  },
  {
    name: "prompts-details",
    path: `${PATHS.demo}/prompts`,
    heading: "Prompts",
    act: (page) => press(page, "Details of prompt 2", "dialog"),
  },
  {
    name: "prompts-planned",
    path: `${PATHS.demo}/prompts`,
    heading: "Prompts",
    act: async (page) => {
      await press(page, "Plan a week", "dialog");
      await page.getByRole("region", { name: "Plan" }).waitFor();
    },
  },
  { name: "prompts-none", path: `${PATHS.withoutPanel}/prompts`, heading: "Prompts" },
  { name: "brands", path: `${PATHS.demo}/brands`, heading: "Brands" },
  {
    name: "brands-suggested",
    path: `${PATHS.states}/brands`,
    heading: "Brands",
    act: async (page) => {
      await press(page, "Suggest rivals", "dialog");
      await page.getByRole("region", { name: "Suggested rivals" }).waitFor();
    },
  },
  {
    name: "brands-suggested-none",
    path: `${PATHS.withoutRuns}/brands`,
    heading: "Brands",
    act: async (page) => {
      await press(page, "Suggest rivals", "dialog");
      await page.getByText(/No answers are stored yet/).waitFor();
    },
  },
  { name: "import", path: `${PATHS.demo}/import`, heading: "Import and export" },
  { name: "engine-keys", path: KEYS, heading: "Engine keys" },
  {
    name: "engine-keys-add",
    path: KEYS,
    heading: "Engine keys",
    act: (page) => press(page, "Add key of Perplexity", "dialog"),
  },
  {
    name: "engine-keys-refused",
    path: KEYS,
    heading: "Engine keys",
    act: async (page) => {
      await press(page, "Replace of DataForSEO", "dialog");
      await page.getByLabel("API login").fill("ada@example.com");
      await page.getByLabel("API password").fill("refused-password-0001");
      await page.getByRole("button", { name: "Test and save" }).click();
      await page.getByRole("button", { name: "Save it all the same" }).waitFor();
    },
  },
  {
    name: "engine-keys-remove",
    path: KEYS,
    heading: "Engine keys",
    act: (page) => press(page, "Remove the key of OpenAI", "dialog"),
  },
];

/** Of the app that calls no engine: how they stand is seeded by e2e/fixtures/seed/engines.sql. */
const ENGINES: readonly Screen[] = [
  { name: "engines", path: "/demo/engines", heading: "Engines", as: "blind" },
  { name: "engine", path: "/demo/engines/gemini", heading: "Gemini", as: "blind" },
  {
    name: "engine-hours",
    path: "/demo/engines/chatgpt",
    heading: "ChatGPT",
    as: "blind",
    act: async (page) => {
      await page.getByText("The same as a table").click();
      await page.getByText("The same as a table").scrollIntoViewIfNeeded();
      await page.getByRole("rowheader", { name: "0–1", exact: true }).waitFor();
    },
  },
  { name: "engine-quiet", path: "/demo/engines/google_ai_mode", heading: "Google AI Mode", as: "blind" },
  {
    name: "engine-unknown",
    path: "/demo/engines/askjeeves",
    heading: "There is nothing here that you may see.",
    as: "blind",
  },
];

const ANALYSIS: readonly Screen[] = [
  { name: "analysis", path: "/nothing-yet/settings/analysis", heading: "Analysis" },
  { name: "analysis-used-up", path: "/poor/settings/analysis", heading: "Analysis" },
];

/** Of operators; the ids are those of e2e/fixtures/seed/dead-letters.sql. */
/** Every screen that has baselines: in two viewports and two colour schemes each. */
export const SCREENS: readonly Screen[] = [
  ...PUBLIC,
  ...SHELL,
  ...START,
  ...REPORTS,
  ...REVIEW,
  ...RUNS,
  ...SETTINGS,
  ...ENGINES,
  ...ANALYSIS,
  ...MEMBERS_AND_AUDIT,
  ...OPERATIONS,
];
