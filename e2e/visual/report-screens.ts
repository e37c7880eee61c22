import { PATHS } from "../fixtures/seed/orgs";
import { follow, hashes, press, type Screen } from "./screen";

/** Screens of what was measured: overview, answers, sources, statements and facts. */
export const REPORTS: readonly Screen[] = [
  { name: "overview", path: PATHS.demo, heading: "Halvorn" },
  { name: "overview-stale", path: PATHS.stale, heading: "Halvorn" },
  {
    name: "overview-read-again",
    path: PATHS.readAnew,
    heading: "Halvorn",
    act: async (page) => {
      await page.getByText("The same numbers as a table").first().click();
      const block = page.getByRole("heading", { name: "Trend" }).first();
      await block.evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
    },
  },
  { name: "brands-reading-again", path: `${PATHS.readingAgain}/brands`, heading: "Brands" },
  { name: "brands-reading-failed", path: `${PATHS.readingFailed}/brands`, heading: "Brands" },
  {
    name: "brands-read-again",
    path: `${PATHS.stale}/brands`,
    heading: "Brands",
    act: (page) => press(page, "Read again, free", "dialog"),
  },
  { name: "overview-small-samples", path: PATHS.rough, heading: /Bold/ },
  {
    name: "overview-measures",
    path: PATHS.demo,
    heading: "Halvorn",
    act: async (page) => {
      const more = page.getByText(/of each brand, .* of the engine/).first();
      await more.click();
      await more.evaluate((summary) => summary.scrollIntoView({ behavior: "instant" }));
      await page.mouse.move(0, 0);
    },
  },
  {
    name: "overview-changes",
    path: PATHS.demo,
    heading: "Halvorn",
    act: async (page) => {
      await page
        .getByText(/^All \d+ comparisons$/)
        .first()
        .click();
      const block = page.getByRole("heading", { name: "Since the window before" }).first();
      await block.evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
    },
  },
  { name: "overview-empty", path: PATHS.withoutRuns, heading: "Halvorn" },
  {
    name: "overview-provenance",
    path: PATHS.demo,
    heading: "Halvorn",
    act: async (page) => {
      await page.locator("[data-provenance]").first().click();
      await page.getByRole("dialog").waitFor();
    },
    mask: hashes,
  },
  { name: "false-alarms", path: `${PATHS.demo}/method`, heading: "False alarms" },
  { name: "false-alarms-few", path: `${PATHS.rough}/method`, heading: "False alarms" },
  { name: "false-alarms-none", path: `${PATHS.withoutRuns}/method`, heading: "False alarms" },
  { name: "answers", path: `${PATHS.demo}/answers`, heading: "Answers", unscrolled: true },
  {
    name: "answers-found",
    path: `${PATHS.demo}/answers?q=wobble&state=answered`,
    heading: "Answers",
    unscrolled: true,
  },
  { name: "answers-none", path: `${PATHS.withoutRuns}/answers`, heading: "Answers" },
  { name: "answers-no-match", path: `${PATHS.demo}/answers?q=zeppelin`, heading: "Answers" },
  {
    name: "answer",
    path: `${PATHS.demo}/answers?engine=chatgpt&state=answered`,
    via: (page) => follow(page.getByRole("table").getByRole("link").first()),
    heading: "Is Halvorn a good standing desk brand?",
    mask: hashes,
  },
  {
    name: "answer-checked",
    path: `${PATHS.demo}/said?verdict=wrong`,
    via: (page) => follow(page.getByRole("region", { name: "List of statements" }).getByRole("link").first()),
    heading: /./,
    mask: hashes,
  },
  { name: "sources", path: `${PATHS.demo}/sources`, heading: "Sources" },
  { name: "sources-rough", path: `${PATHS.rough}/sources`, heading: "Sources" },
  { name: "sources-none", path: `${PATHS.withoutRuns}/sources`, heading: "Sources" },
  { name: "sources-no-match", path: `${PATHS.demo}/sources?q=zeppelin`, heading: "Sources" },
  {
    name: "source",
    path: `${PATHS.demo}/sources?engine=chatgpt`,
    via: (page) =>
      follow(
        page
          .locator("main")
          .getByRole("link", { name: /\.example$/ })
          .filter({ visible: true })
          .first(),
      ),
    heading: /\.example$/,
  },
  { name: "said", path: `${PATHS.demo}/said`, heading: "Statements" },
  { name: "said-none", path: `${PATHS.withoutRuns}/said`, heading: "Statements" },
  {
    name: "said-setting",
    path: `${PATHS.demo}/said`,
    heading: "Statements",
    act: (page) => press(page, "What is checked", "dialog"),
  },
  {
    name: "facts",
    path: `${PATHS.demo}/brands`,
    via: (page) => follow(page.getByRole("link", { name: "Facts about Halvorn" })),
    heading: "Facts about Halvorn",
  },
  {
    name: "facts-add",
    path: `${PATHS.withoutRuns}/brands`,
    via: (page) => follow(page.getByRole("link", { name: "Facts about Halvorn" })),
    heading: "Facts about Halvorn",
    act: async (page) => {
      await page.getByRole("button", { name: "Add a fact" }).click();
      await page.getByLabel("Fact", { exact: true }).waitFor();
    },
  },
  {
    name: "facts-none",
    path: `${PATHS.withoutRuns}/brands`,
    via: (page) => follow(page.getByRole("link", { name: "Facts about Halvorn" })),
    heading: "Facts about Halvorn",
  },
  {
    name: "answer-hostile",
    path: `${PATHS.rough}/answers`,
    via: (page) => follow(page.getByRole("link", { name: /drop table/ })),
    heading: /drop table/,
  },
];
