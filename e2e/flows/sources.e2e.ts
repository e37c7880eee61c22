import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest as test } from "../fixtures/test";

test("by keyboard from the sources to a domain, its pages and an answer that cites it; the file holds the same numbers", async ({
  page,
}) => {
  await page.goto(PATHS.demo);
  await hydrated(page);
  await page
    .getByRole("navigation", { name: "Project" })
    .getByRole("link", { name: "Sources" })
    .press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sources");
  await page.getByRole("combobox", { name: "Engine" }).selectOption("chatgpt");
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("citations");
  await expect(page).toHaveURL(/engine=chatgpt&sort=citations/);
  const table = page.getByRole("region", { name: "Sources" });
  await expect(table.getByRole("columnheader", { name: "Citations", exact: true })).toHaveAttribute(
    "aria-sort",
    "descending",
  );

  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const text = (await (await (await file).createReadStream()).setEncoding("utf8").toArray()).join("");
  const [head = "", ...lines] = text.replace("\uFEFF", "").trim().split("\r\n");
  const columns = head.split(",");
  const rows = await table.getByRole("row").all();
  expect(lines.length).toBe(rows.length - 1);
  const citations: number[] = [];
  for (const row of rows.slice(1)) {
    const domain = (await row.getByRole("rowheader").textContent()) ?? "";
    const line = lines.find((each) => each.includes(`,${domain},`)) ?? "";
    const cells = await row.getByRole("cell").allTextContents();
    citations.push(Number(cells[2]?.replaceAll(",", "")));
    // The page types' JSON has commas of its own: counted from the end.
    const fromEnd = (name: string) => line.split(",").at(columns.indexOf(name) - columns.length);
    expect(Number(fromEnd("citations")), domain).toBe(citations.at(-1));
    expect(Number(fromEnd("answers_citing")), domain).toBe(Number(cells[3]));
    expect(cells[1]).toContain(`${(Number(fromEnd("share")) * 100).toFixed(1)} %`);
  }
  expect(citations).toEqual(citations.toSorted((one, other) => other - one));

  const [first] = rows.slice(1);
  const domain = (await first?.getByRole("rowheader").textContent()) ?? "";
  await first?.getByRole("link").press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(domain);
  await expect(page.getByRole("region", { name: "Pages of the domain" })).toContainText(domain);
  await page.locator("main a[href*='/answers/']").first().press("Enter");
  await expect(page.getByRole("region", { name: /^Citations/ })).toContainText(domain);
});

test("a kind of site and a part of the name narrow the list, and an address without answers is a 404", async ({
  page,
}) => {
  await page.goto(`${PATHS.demo}/sources?class=review`);
  await hydrated(page);
  await page.getByRole("searchbox", { name: "Domain" }).fill("zeppelin");
  await expect(page).toHaveURL(/q=zeppelin/);
  await expect(page.getByRole("heading", { name: "No source matches" })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filter" }).press("Enter");
  await expect(page.getByRole("region", { name: "Sources" }).getByRole("row")).not.toHaveCount(0);
  await page.goto(`${PATHS.demo}/sources/nobody.example`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here that you may see.");
});
