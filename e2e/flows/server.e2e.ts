import { readStage } from "../fixtures/stage";
import { startApp } from "../fixtures/start-app";
import { expect, test } from "../fixtures/test";

const HEADERS = {
  "content-security-policy": /default-src '(self|none)';.*frame-ancestors 'none'/,
  "strict-transport-security": /max-age=63072000/,
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "permissions-policy": /camera=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
};

test("health answers 200, uncached, and tells nothing about the inside", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("no-store");
  const body = await response.json();
  expect(body.status).toBe("ok");
  expect(Object.keys(body).toSorted()).toEqual(["migration", "status"]);
});

test("a page that doesn't exist is a 404 that leads home", async ({ page }) => {
  const response = await page.goto("/no/such/page/at/this/address");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address.");
  await page.getByRole("link", { name: "Go to the home page" }).click();
  await expect(page).toHaveURL("/");
});

for (const path of ["/", "/no/such/page/at/this/address", "/api/health"]) {
  test(`security headers stand on ${path}`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    for (const [name, value] of Object.entries(HEADERS)) expect(headers[name], name).toMatch(value);
    expect(headers["x-powered-by"]).toBeUndefined();
  });
}

test("the functions' route refuses a call that Inngest didn't sign", async ({ request }) => {
  const response = await request.post("/api/inngest?fnId=citestreak-run&stepId=step", {
    data: { version: 2 },
  });
  expect(response.status()).toBe(401);
});

for (const role of ["superuser", "owner"] as const) {
  test(`the server refuses to start as ${role}`, async () => {
    const { databaseUrls } = readStage();
    await expect(startApp({ DATABASE_URL: databaseUrls[role] })).rejects.toThrow(
      /ended with 1:[\s\S]*Refusing to start/,
    );
  });
}

test("the server refuses to start without a database, and says what to do", async () => {
  await expect(startApp({ DATABASE_URL: "" })).rejects.toThrow(/DATABASE_URL is not set/);
});

test("the server refuses to start with malformed master keys, in words that quote nothing of them", async () => {
  const { env, databaseUrls } = readStage();
  const KEY_ENCRYPTION_KEYS = `1:${"c2VjcmV0".repeat(4)}`;
  const refused = await startApp({ ...env, DATABASE_URL: databaseUrls.app, KEY_ENCRYPTION_KEYS }).then(
    () => "it started",
    (error: Error) => error.message,
  );
  expect(refused).toMatch(/ended with 1:[\s\S]*KEY_ENCRYPTION_KEYS: its part 1 is not VERSION:BASE64/);
  expect(refused).not.toContain("c2VjcmV0");
});
