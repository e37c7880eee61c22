import { FLOW_PROJECTS, flowPath, PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest, signIn, test } from "../fixtures/test";

test("a visitor who asks for a page signs in and lands on it", async ({ page }) => {
  const wanted = `${PATHS.demo}/answers?engine=chatgpt`;
  await page.goto(wanted);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByRole("button", { name: "Enter the demo" }).click();
  await expect(page).toHaveURL(wanted);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answers");
});

test("a sign-in that names another site leads to our own", async ({ page, baseURL }) => {
  for (const next of ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole("button", { name: "Enter the demo" }).click();
    await page.waitForURL("/demo");
    expect(new URL(page.url()).origin).toBe(baseURL);
  }
});

test("after a sign-out the way back leads to the sign-in", async ({ page }) => {
  await signIn(page);
  await page.getByRole("button", { name: "Sign out" }).filter({ visible: true }).click();
  await expect(page).toHaveURL("/");
  await page.goto(PATHS.demo);
  await expect(page).toHaveURL(/\/sign-in/);
  const answer = await page.request.get("/api/trpc/me.get");
  expect(answer.status()).toBe(401);
});

memberTest("another org's address is the same 404 as an address that leads nowhere", async ({ page }) => {
  const texts: (string | null)[] = [];
  for (const path of [PATHS.other, "/no-such-org/main/private"]) {
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address.");
    texts.push(await page.getByRole("main").textContent());
  }
  expect(texts[0]).toBe(texts[1]);
});

memberTest(
  "another org's project under one's own org is a 404 that keeps the navigation",
  async ({ page }) => {
    await page.goto("/demo/main/private");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "There is nothing here that you may see.",
    );
    await page.getByRole("link", { name: "Go to your projects" }).click();
    await expect(page).toHaveURL("/demo");
  },
);

memberTest("the switcher leads to every project, and to one's other orgs", async ({ page }) => {
  await page.goto("/flows");
  for (const name of FLOW_PROJECTS)
    await expect(page.getByRole("main").getByRole("link", { name: new RegExp(` ${name}$`) })).toBeVisible();
  const switcher = page.getByRole("button", { name: /Switch project/ }).filter({ visible: true });
  await switcher.click();
  await page.getByRole("menuitem", { name: /edited brands/ }).click();
  await expect(page).toHaveURL(flowPath("edited brands"));
  await switcher.click();
  await page.getByRole("menuitem", { name: "Demo", exact: true }).click();
  await expect(page).toHaveURL("/demo");
});
