import { blindTest as test } from "../fixtures/blind-test";
import { PATHS } from "../fixtures/seed/orgs";
import { expect } from "../fixtures/test";

test("a page that fails says so in words, with the request id, and tells nothing of the inside", async ({
  page,
}) => {
  await page.setExtraHTTPHeaders({ "x-request-id": "seen-in-the-test" });
  await page.goto(PATHS.demo);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown.");
  await expect(page.getByText("seen-in-the-test")).toBeVisible();
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
  const html = await page.content();
  for (const secret of ["metric_value", "permission denied", "insight.", "select ", "server/", "at async"])
    expect(html).not.toContain(secret);
});

test("the navigation stays beside a page that failed, and leads on", async ({ page }) => {
  await page.goto(PATHS.demo);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page could not be shown.");
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Brands" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Brands");
});

test("a procedure that fails answers 500 with its request id in header and body, and one sentence", async ({
  page,
}) => {
  const input = encodeURIComponent(
    JSON.stringify({ org: "demo", projectId: "00000000-0000-7000-8000-000000000000" }),
  );
  const response = await page.request.get(`/api/trpc/reports.filterOptions?input=${input}`, {
    headers: { "x-request-id": "seen-in-the-test" },
  });
  expect(response.status()).toBe(500);
  expect(response.headers()["x-request-id"]).toBe("seen-in-the-test");
  const { error } = await response.json();
  expect(error.data.requestId).toBe("seen-in-the-test");
  expect(error.message).toMatch(/^Something went wrong on our side\./);
  expect(JSON.stringify(error)).not.toMatch(/metric_value|permission denied|stack/);
});
