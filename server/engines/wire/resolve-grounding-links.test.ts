import { describe, expect, it } from "vitest";
import { redirectPath } from "./grounding-links";
import { resolveGroundingLinks } from "./resolve-grounding-links";

const service = "https://vertexaisearch.cloud.google.com/grounding-api-redirect/";
const origin = "https://vertexaisearch.cloud.google.com";

/** Resolves links against a service that answers so; what was fetched, and how. */
async function resolve(links: readonly string[], answer: (token: string) => Response | Promise<Response>) {
  const fetched: { url: string; redirect: string | undefined; headers: unknown }[] = [];
  let [now, most] = [0, 0];
  const resolved = await resolveGroundingLinks(links, {
    origin,
    fetch: async (input, init) => {
      fetched.push({ url: String(input), redirect: init?.redirect, headers: init?.headers });
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 1));
      now -= 1;
      return answer(String(input).slice(service.length));
    },
  });
  return { resolved, fetched, most };
}
const leadingTo = (location: string, status = 302) => new Response(null, { status, headers: { location } });

describe("a link of Google's grounding service", () => {
  it("is told by its exact host, folder and form", () => {
    expect(redirectPath(`${service}AUZIYQH-_vN0==`)).toBe("/grounding-api-redirect/AUZIYQH-_vN0==");
    for (const other of [
      "http://vertexaisearch.cloud.google.com/grounding-api-redirect/AU",
      "https://vertexaisearch.cloud.google.com.evil.example/grounding-api-redirect/AU",
      "https://evil.example/grounding-api-redirect/AU",
      "https://user@vertexaisearch.cloud.google.com/grounding-api-redirect/AU",
      "https://vertexaisearch.cloud.google.com:8443/grounding-api-redirect/AU",
      `${service}`,
      `${service}AU/../../admin`,
      `${service}AU%2f..%2fadmin`,
      `${service}AU?to=https://evil.example`,
      `${service}AU#x`,
      "https://vertexaisearch.cloud.google.com/other/AU",
      "https://127.0.0.1/grounding-api-redirect/AU",
      "not a url",
    ]) {
      expect(redirectPath(other), other).toBeNull();
    }
  });

  it("is asked once, without a key, and what it leads to is written down and not fetched", async () => {
    const links = [`${service}one`, `${service}two`, `${service}one`, "https://a.example/own"];
    const { resolved, fetched } = await resolve(links, (token) =>
      leadingTo(`https://${token}.example/?a=b#c`),
    );
    expect(resolved).toEqual({
      [`${service}one`]: { status: "resolved", url: "https://one.example/?a=b#c" },
      [`${service}two`]: { status: "resolved", url: "https://two.example/?a=b#c" },
    });
    expect(fetched).toEqual(
      ["one", "two"].map((token) => ({ url: `${service}${token}`, redirect: "manual", headers: undefined })),
    );
  });

  it.each([
    ["http_404", () => new Response("gone", { status: 404 })],
    ["http_200", () => new Response("<html>a page</html>")],
    ["http_429", () => new Response(null, { status: 429 })],
    ["no_location", () => new Response(null, { status: 302 })],
    ["not_a_page", () => leadingTo("/relative")],
    ["not_a_page", () => leadingTo("javascript:alert(1)")],
    ["not_a_page", () => leadingTo("file:///etc/passwd")],
    ["another_redirect", () => leadingTo(`${service}two`)],
    ["unreachable", () => Promise.reject(new TypeError("fetch failed"))],
  ])("stays unresolved for %s, and costs no answer", async (reason, answer) => {
    const { resolved, fetched } = await resolve([`${service}one`], answer);
    expect(resolved).toEqual({ [`${service}one`]: { status: "unresolved", reason } });
    expect(fetched).toHaveLength(1);
  });

  it("is given up when its caller gives up", async () => {
    const signal = AbortSignal.abort();
    const fetch = (_: unknown, init?: RequestInit) => Promise.reject(init?.signal?.reason);
    const resolved = await resolveGroundingLinks([`${service}one`], { origin, fetch, signal });
    expect(resolved).toEqual({ [`${service}one`]: { status: "unresolved", reason: "timeout" } });
  });

  it("waits for its turn, eight at a time, and the two hundred and first isn't asked", async () => {
    const links = Array.from({ length: 210 }, (_, index) => `${service}t${index}`);
    const { resolved, fetched, most } = await resolve(links, () => leadingTo("https://a.example/"));
    expect(most).toBe(8);
    expect(fetched).toHaveLength(200);
    expect(Object.values(resolved).filter(({ status }) => status === "unresolved")).toEqual(
      Array.from({ length: 10 }, () => ({ status: "unresolved", reason: "over_the_cap" })),
    );
  });
});
