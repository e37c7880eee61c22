import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { DEMO_PERSON } from "../../scripts/demo/demo-person";
import { blindTest } from "../fixtures/blind-test";
import { hydrated } from "../fixtures/hydrated";
import { tabTo } from "../fixtures/keyboard";
import { expect, memberTest } from "../fixtures/test";

const REASON = "its answers come without sources";

// An engine that no other flow asks.
memberTest(
  "an engine is paused by keyboard with a reason that customers read, and resumed, on record",
  async ({ page }) => {
    await page.goto("/operations/engines");
    await hydrated(page);
    const grok = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /Grok/ }) });
    await tabTo(page.getByRole("button", { name: "Pause Grok" }));
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Pause Grok?" });
    await expect(dialog).toContainText("nobody’s ask reaches it any more");
    await expect(dialog.getByRole("button", { name: "Pause it" })).toBeDisabled();
    await tabTo(dialog.getByRole("textbox", { name: "Reason" }));
    await page.keyboard.type(REASON);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(grok).toContainText("Paused");
    await expect(page.getByRole("main")).toContainText(`Grok paused by ${DEMO_PERSON.name}`);

    await page.goto("/nothing-yet/engines/grok");
    await expect(page.getByRole("main")).toContainText(`Paused: ${REASON}`);

    await page.goto("/operations/engines");
    await hydrated(page);
    await page.getByRole("button", { name: "Resume Grok" }).click();
    await page.getByRole("button", { name: "Resume it" }).click();
    await expect(grok).toContainText("Asked");
    await expect(page.getByRole("main")).toContainText(`Grok resumed by ${DEMO_PERSON.name}`);
  },
);

memberTest(
  "a flag is set for one org with a reason, read in its audit log's words, and taken back",
  async ({ page }) => {
    await page.goto("/operations/flags");
    await hydrated(page);
    const flag = page.getByRole("listitem").filter({ hasText: "Runs may ask Perplexity." });
    await page.getByRole("button", { name: "Set engine:perplexity" }).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Set engine:perplexity" });
    await expect(dialog.getByRole("button", { name: "Set it" })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "Reason" }).fill("tried out");
    await dialog.getByRole("textbox", { name: "Organisation" }).fill("no-such-org");
    await dialog.getByRole("textbox", { name: "Organisation" }).press("Enter");
    await expect(dialog.getByText("It was not set")).toBeVisible();
    await dialog.getByRole("textbox", { name: "Organisation" }).fill("nothing-yet");
    await dialog.getByRole("button", { name: "Set it" }).click();
    await expect(dialog).toBeHidden();
    await expect(flag).toContainText("nothing-yet: off");
    await expect(page.getByRole("main")).toContainText("engine:perplexity for nothing-yet: off by");

    await page.getByRole("button", { name: "Set engine:perplexity" }).click();
    await dialog.getByRole("textbox", { name: "Organisation" }).fill("nothing-yet");
    await dialog.getByRole("combobox", { name: "Is" }).selectOption({ label: "As it is without this rule" });
    await dialog.getByRole("textbox", { name: "Reason" }).fill("over");
    await dialog.getByRole("button", { name: "Set it" }).click();
    await expect(flag).not.toContainText("nothing-yet");
  },
);

blindTest(
  "the margin of a month is computed for another worth of a credit, and taken away as a file",
  async ({ page }) => {
    await page.goto("/operations/margin?month=2026-11");
    const total = page.getByRole("table", { name: /by engine/ }).getByRole("row", { name: /^All/ });
    const cells = async () =>
      (await total.getByRole("cell").allTextContents()).map((text) => text.split("$"));
    const [, credits, revenue] = await cells();
    await page.getByLabel("Dollars a credit brings in").fill("0.04");
    await page.getByRole("button", { name: "Compute" }).click();
    await page.waitForURL(/credit=0\.04/);
    const [, sameCredits, doubled] = await cells();
    const amount = (parts: readonly string[] | undefined) => Number(parts?.[1]?.replaceAll(",", ""));
    expect(sameCredits).toEqual(credits);
    expect(amount(doubled)).toBeCloseTo(2 * amount(revenue), 1);

    const exporting = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export CSV" }).click();
    const download = await exporting;
    expect(download.suggestedFilename()).toBe("citestreak-margin-2026-11.csv");
    const rows: Record<string, string>[] = parse(await readFile(await download.path(), "utf8"), {
      columns: true,
      bom: true,
    });
    const ours = rows.filter(({ payer }) => payer === "platform");
    const micros = ours.reduce((sum, row) => sum + Number(row.revenue_micros), 0);
    expect(micros / 1_000_000).toBeCloseTo(amount(doubled), 1);
  },
);
