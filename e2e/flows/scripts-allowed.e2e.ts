import type { APIRequestContext } from "@playwright/test";
import { hydrated } from "../fixtures/hydrated";
import { PATHS } from "../fixtures/seed/orgs";
import { expect, memberTest, test } from "../fixtures/test";

const STATIC = ["/", "/methodology", "/methodology/calibration"];
const PER_REQUEST = ["/sign-in", "/demo", PATHS.demo, `${PATHS.demo}/prompts`, "/operations/engines"];
const INSTEAD = ["/no/such/page/at/this/address", "/demo/main/nothing"];

async function scriptsAllowedOn(request: APIRequestContext, path: string): Promise<string> {
  const policy = (await request.get(path)).headers()["content-security-policy"] ?? "";
  return policy.match(/script-src ([^;]*)/)?.[1] ?? "";
}

for (const path of STATIC) {
  test(`${path} runs its own scripts, by their hashes, and none else`, async ({ request }) => {
    const allowed = await scriptsAllowedOn(request, path);
    expect(allowed).toMatch(/^'self'( 'sha256-[A-Za-z0-9+/]{43}=')+$/);
    expect(await scriptsAllowedOn(request, path)).toBe(allowed);
  });
}

test("a file beside static pages is sent as it is", async ({ request }) => {
  const file = await request.get("/methodology/v1.json");
  expect(file.headers()["content-type"]).toBe("application/json");
  expect(await file.json()).toHaveProperty("metrics");
});

memberTest(
  "what is made for each request runs scripts with its nonce, another one each time",
  async ({ page }) => {
    const nonces = new Set<string>();
    const paths = [...PER_REQUEST, ...INSTEAD];
    for (const path of [...paths, ...paths]) {
      const allowed = await scriptsAllowedOn(page.request, path);
      expect(allowed, path).not.toMatch(/unsafe|\*|https?:/);
      const [, nonce = ""] = allowed.match(/'nonce-([A-Za-z0-9+/]{22}==)'/) ?? [];
      expect(nonce, path).not.toBe("");
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(paths.length * 2);
  },
);

memberTest("no page is refused a script of its own", async ({ page, complaints }) => {
  for (const path of [...STATIC, ...PER_REQUEST, ...INSTEAD]) {
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  await page.goto(PATHS.demo);
  await hydrated(page);
  expect(complaints.filter((complaint) => /Content Security Policy/i.test(complaint))).toEqual([]);
});

memberTest(
  "a script that somebody slipped in doesn't run; control: with the page's nonce it does",
  async ({ page }) => {
    await page.goto(PATHS.demo);
    await hydrated(page);
    const ran = await page.evaluate(() => {
      const put = (nonce: string) => {
        const script = document.createElement("script");
        script.textContent = "window.slippedIn = (window.slippedIn ?? 0) + 1";
        script.nonce = nonce;
        document.body.append(script);
        return Reflect.get(window, "slippedIn") ?? 0;
      };
      const own = [...document.scripts].find(({ nonce }) => nonce !== "")?.nonce ?? "";
      return [put(""), put("AAAAAAAAAAAAAAAAAAAAAA=="), put(own)];
    });
    expect(ran).toEqual([0, 0, 1]);
  },
);
