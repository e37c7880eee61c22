import { readFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { hydrated } from "../fixtures/hydrated";
import { expect, memberTest as test } from "../fixtures/test";

test("an owner takes everything along, chooses how long raw bodies are kept, and finds both on record", async ({
  page,
}) => {
  await page.goto("/rough-edges/settings/data");
  await hydrated(page);
  const taking = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download everything" }).click();
  const download = await taking;
  expect(download.suggestedFilename()).toMatch(/^citestreak-rough-edges-everything-\d{4}-\d\d-\d\d\.zip$/);
  const files = unzipSync(await readFile(await download.path()));
  const [answer = "{}"] = strFromU8(files["tracking.answer.jsonl"] ?? new Uint8Array()).split("\n");
  expect(JSON.parse(answer)).toMatchObject({ text: expect.any(String) });
  expect(Object.keys(files)).toContain("SHA256SUMS");

  await page.getByRole("button", { name: "How long they are kept" }).click();
  const dialog = page.getByRole("dialog", { name: "How long they are kept" });
  await expect(dialog.getByRole("radio", { name: "For good" })).toBeChecked();
  await expect(dialog.getByRole("button", { name: "Save" })).toBeDisabled();
  await dialog.getByRole("radio", { name: "For 3 years" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Kept: for 3 years")).toBeVisible();

  await page.goto("/rough-edges/settings/audit");
  await expect(page.getByRole("main")).toContainText("changed how long raw bodies are kept");
  await expect(page.getByRole("main")).toContainText("took everything along");
});
