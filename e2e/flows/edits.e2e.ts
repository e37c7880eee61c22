import { hydrated } from "../fixtures/hydrated";
import { flowPath } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("an edited panel is a next version, and the version before can be brought back", async ({ page }) => {
  const first = "What are the best standing desks for a home office?";
  const wanted = "Which standing desk suits a very tall person?";
  await page.goto(`${flowPath("edited panel")}/prompts`);
  await hydrated(page);
  await page.getByRole("button", { name: "Add a prompt" }).click();
  await page.getByRole("textbox", { name: "Prompt 4" }).fill(first);
  const unsaved = page.getByRole("region", { name: "Unsaved changes" });
  await expect(unsaved).toContainText("can’t be saved");
  await page.getByRole("textbox", { name: "Prompt 4" }).fill(wanted);
  await unsaved.getByRole("button", { name: "Save as version 2" }).click();
  await expect(unsaved).toBeHidden();
  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("textbox", { name: "Prompt 4" })).toHaveValue(wanted);

  await page.getByRole("button", { name: "Version history" }).click();
  const history = page.getByRole("dialog", { name: "Version history" });
  await expect(history.getByRole("heading", { name: /^Version \d/ })).toHaveCount(2);
  await history.getByRole("button", { name: /Restore|Bring back/ }).click();
  await expect(page.getByRole("textbox", { name: "Prompt 4" })).toHaveCount(0);
  await expect(page.getByRole("textbox", { name: "Prompt 1" })).toHaveValue(first);
});

test("what is set of a prompt stays with it, another locale makes it another question, and a near copy is flagged", async ({
  page,
}) => {
  await page.goto(`${flowPath("described prompts")}/prompts`);
  await hydrated(page);
  await page.getByRole("button", { name: "Add a prompt" }).click();
  await page.getByRole("textbox", { name: "Prompt 4" }).fill("Best standing desks for home offices");
  await expect(page.getByText("Asks nearly what prompt 1 asks")).toBeVisible();
  await page.getByRole("button", { name: "Details of prompt 4" }).press("Enter");
  const details = page.getByRole("dialog", { name: "Prompt 4" });
  await details.getByRole("textbox", { name: "Topic" }).fill("Ergonomics");
  await details.getByRole("textbox", { name: "Persona" }).fill("office manager");
  await details.getByRole("combobox", { name: "Stage" }).selectOption("decision");
  await details.getByRole("textbox", { name: "Locale" }).fill("german");
  await expect(details.getByText("A language and a country, like de-DE.")).toBeVisible();
  await expect(details.getByRole("button", { name: "Set" })).toBeDisabled();
  await details.getByRole("textbox", { name: "Locale" }).fill("en-GB");
  await details.getByRole("textbox", { name: "Locale" }).press("Enter");
  await expect(details).toBeHidden();
  await expect(page.getByRole("button", { name: "Details of prompt 4" })).toBeFocused();
  // In another country it is no near copy any more.
  await expect(page.getByText("Asks nearly what prompt 1 asks")).toBeHidden();
  await page.getByRole("button", { name: "Save as version 2" }).click();
  await expect(page.getByText("Saved as version 2.")).toBeVisible();
  await page.reload();
  await expect(
    page.getByText("Topic: Ergonomics · Persona: office manager · Decision · en-GB"),
  ).toBeVisible();
});

test("an alias is tried before it is saved, and an archived rival comes back by undo", async ({ page }) => {
  await page.goto(`${flowPath("edited brands")}/brands`);
  await hydrated(page);
  await page.getByRole("link", { name: "Edit Halvorn" }).click();
  await page.getByRole("textbox", { name: "Add an alias" }).fill("Verticore");
  await page.getByRole("textbox", { name: "Add an alias" }).press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/already belongs to Verticore/).first()).toBeVisible();
  await page.getByRole("button", { name: "Remove Verticore" }).click();
  await page.getByRole("textbox", { name: "Add an alias" }).fill("Halvorn Möbel");
  await page.getByRole("textbox", { name: "Add an alias" }).press("Enter");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Halvorn is saved.")).toBeVisible();
  await page.goto(`${flowPath("edited brands")}/brands`);
  await expect(page.getByText("Halvorn Möbel").first()).toBeVisible();

  await hydrated(page);
  const rival = page.getByRole("listitem").filter({ hasText: "Kestrel Office" });
  await rival.getByRole("button", { name: /Archive/ }).click();
  await expect(page.getByText("Kestrel is archived.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Kestrel is matched again, in answers from now on.")).toBeVisible();
  await expect(rival.getByRole("button", { name: /Archive/ })).toBeVisible();
});

test("suggested rivals say where they stand, one press adds those that are ticked, and they aren’t suggested again", async ({
  page,
}) => {
  const capture = {
    engine: "chatgpt",
    prompt: "Which desk is quiet?",
    text: "1. **Halvorn** – solid\n2. **Sedia** – quiet\n3. **Tavolo** – cheap\n4. **Stojak** – small",
    capturedAt: "2026-11-02T09:00:00Z",
  };
  const place = flowPath("suggested rivals");
  await page.goto(`${place}/brands`);
  await hydrated(page);
  await page.getByRole("button", { name: "Suggest rivals" }).click();
  const dialog = page.getByRole("dialog", { name: "Suggest rivals" });
  await expect(dialog).toContainText("No answers are stored yet");
  await expect(dialog.getByRole("button", { name: "Add rivals" })).toBeDisabled();

  await page.goto(`${place}/import`);
  await hydrated(page);
  const buffer = Buffer.from(JSON.stringify(capture));
  const file = { name: "rivals.jsonl", mimeType: "application/jsonl", buffer };
  await page.getByLabel(/Choose a file/).setInputFiles(file);
  await page.getByRole("button", { name: "Import 1 answer" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Import 1 answer" }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);

  await page.goto(`${place}/brands`);
  await hydrated(page);
  await page.getByRole("button", { name: "Suggest rivals" }).press("Enter");
  const list = dialog.getByRole("region", { name: "Suggested rivals" });
  await expect(list.getByRole("status")).toHaveText(/^3 found in one answer\. By /);
  await expect(list.getByRole("listitem").filter({ hasText: /^Sedia/ })).toContainText("In 1 of 1");
  await list.getByRole("checkbox", { name: /^Tavolo/ }).press("Space");
  await dialog.getByRole("button", { name: "Add 2 rivals" }).press("Enter");
  await expect(page.getByText("2 rivals are added.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Sedia" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Stojak" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Tavolo" })).toHaveCount(0);
  await page.getByRole("button", { name: "Suggest rivals" }).click();
  await expect(list.getByRole("checkbox")).toHaveCount(1);
  await expect(list).toContainText("Tavolo");
});

test("an import shows what would come in, brings in just that, and the same file again changes nothing", async ({
  page,
}) => {
  const capture = {
    engine: "chatgpt",
    prompt: "Which desk is quiet?",
    text: "**Halvorn** is quiet, and so is Kestrel.",
    capturedAt: "2026-11-02T09:00:00Z",
  };
  const lines = [
    JSON.stringify(capture),
    JSON.stringify({ ...capture, engine: "google-ai-mode" }),
    JSON.stringify({ ...capture, engine: "altavista" }),
    "not JSON",
  ];
  const file = {
    name: "captures.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(lines.join("\n")),
  };
  const page1 = `${flowPath("imported file")}/import`;
  await page.goto(page1);
  await hydrated(page);
  await page.getByLabel(/Choose a file/).setInputFiles(file);
  await expect(page.getByText("Dry run: 2 new, 0 already imported, 2 rejected.")).toBeVisible();
  const rejected = page.getByRole("region", { name: "Rejected lines" });
  await expect(rejected).toContainText(/3[\s\S]*altavista/);
  await expect(rejected).toContainText(/4[\s\S]*is not JSON/);
  await page.getByRole("button", { name: "Import 2 answers" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Import 2 answers" }).click();
  await page.waitForURL(/\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Import of");
  await expect(page.getByRole("main")).toContainText("2 of 2 captures ended: 2 answered");

  await page.goto(page1);
  await hydrated(page);
  await page.getByLabel(/Choose a file/).setInputFiles(file);
  await expect(page.getByText("Dry run: 0 new, 2 already imported, 2 rejected.")).toBeVisible();
  await expect(page.getByText("Nothing new in this file")).toBeVisible();
});
