import { readFile } from "node:fs/promises";
import { hydrated } from "../../fixtures/hydrated";
import { expectVisibleFocus, tabTo } from "../../fixtures/keyboard";
import { flowPath } from "../../fixtures/seed/orgs";
import { expect, test } from "../../fixtures/test";
import { endsAs } from "./start-run";

const project = flowPath("keyboard run");

test("the whole path goes by keyboard alone, and one always sees where one is", async ({ page }) => {
  const press = (key: string) => page.keyboard.press(key);
  await page.goto("/sign-in");
  await hydrated(page);
  await tabTo(page.getByRole("button", { name: "Enter the demo" }));
  await press("Enter");
  await page.waitForURL("/demo");
  await hydrated(page);

  await test.step("the first stop leads past the navigation", async () => {
    await press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip).toBeFocused();
    await expectVisibleFocus(page);
    await press("Enter");
    await expect(page.getByRole("main")).toBeFocused();
  });

  await test.step("to another org and its project", async () => {
    await page.reload();
    await hydrated(page);
    await tabTo(page.getByRole("button", { name: /Switch project/ }).filter({ visible: true }));
    await press("Enter");
    await expect(page.getByRole("menu")).toBeVisible();
    await press("End");
    await expectVisibleFocus(page);
    await press("Escape");
    await expect(
      page.getByRole("button", { name: /Switch project/ }).filter({ visible: true }),
    ).toBeFocused();
    await press("Enter");
    await page.keyboard.type("Flows");
    const flows = page.getByRole("menuitem", { name: "Flows", exact: true });
    await expect(flows).toBeFocused();
    await press("Enter");
    await page.waitForURL("/flows");
    await tabTo(page.getByRole("main").getByRole("link", { name: /keyboard run/ }));
    await press("Enter");
    await page.waitForURL(project);
  });

  await test.step("start a run from its window, with the price on the button", async () => {
    await tabTo(page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Runs" }));
    await press("Enter");
    await page.waitForURL(`${project}/runs`);
    await hydrated(page);
    const opener = page.getByRole("button", { name: "Start a run" }).first();
    await tabTo(opener);
    await press("Enter");
    const dialog = page.getByRole("dialog", { name: "Start a run" });
    await expect(dialog).toBeVisible();
    await press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
    await press("Enter");
    const others = dialog.getByRole("checkbox", { name: /^(?!ChatGPT API)/, checked: true });
    for (let left = await others.count(); left > 0; left = await others.count()) {
      await tabTo(others.first());
      await press("Space");
    }
    await tabTo(dialog.getByRole("spinbutton", { name: "Repeats" }));
    await press("ArrowUp");
    await expect(dialog.getByRole("region", { name: "Price" })).toContainText(
      "3 prompts × 1 engine × 2 repeats",
    );
    await tabTo(dialog.getByRole("button", { name: /^Start for/ }));
    await press("Enter");
    await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
    await endsAs(page, "complete");
  });

  await test.step("its answers as a file, and one of them", async () => {
    await tabTo(page.getByRole("link", { name: "See its answers" }));
    await press("Enter");
    await page.waitForURL(/\/answers\?run=/);
    await hydrated(page);
    await tabTo(page.getByRole("link", { name: "Export CSV" }));
    const exporting = page.waitForEvent("download");
    await press("Enter");
    expect(await readFile(await (await exporting).path(), "utf8")).toContain("observed_at");
    await tabTo(page.getByRole("table").getByRole("link").first());
    await press("Enter");
    await page.waitForURL(/\/answers\/[0-9a-f-]{36}/);
  });

  await test.step("where a number of the overview comes from", async () => {
    await tabTo(page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Overview" }));
    await press("Enter");
    await page.waitForURL(project);
    await hydrated(page);
    const number = page.locator("[data-provenance]").first();
    await tabTo(number);
    await press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expect(number).toBeFocused();
  });
});

test("a focus that can't be seen is caught", async ({ page }) => {
  await page.goto("/sign-in");
  await hydrated(page);
  const button = page.getByRole("button", { name: "Enter the demo" });
  await tabTo(button);
  await page.addStyleTag({ content: "* { outline: none !important }" });
  await expect(expectVisibleFocus(page)).rejects.toThrow(/marked/);
});
