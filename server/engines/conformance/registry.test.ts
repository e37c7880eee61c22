import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { engines } from "../registry";
import { wireFormats } from "../sandbox/wire-formats";

const files = readdirSync(new URL("../adapters", import.meta.url)).filter((file) => !file.includes(".test."));

/** Adapter files of which nothing stands in the registry. */
function unregistered(modules: Record<string, object>): string[] {
  const known = new Set<unknown>(engines);
  return Object.entries(modules)
    .filter(([, exports]) => !Object.values(exports).some((value) => known.has(value)))
    .map(([file]) => file);
}

/** Engines that the sandbox doesn't speak for. */
function withoutWire(ids: readonly string[]): string[] {
  return ids.filter((id) => !wireFormats[id]);
}

describe("the registry", () => {
  it("holds every file of adapters/, and would name one that it doesn't hold", async () => {
    const modules: Record<string, object> = {};
    for (const file of files) modules[file] = await import(`../adapters/${file.replace(".ts", "")}.ts`);
    expect(files.length).toBe(engines.length);
    expect(unregistered(modules)).toEqual([]);
    expect(unregistered({ ...modules, "forgotten.ts": { forgotten: { id: "forgotten" } } })).toEqual([
      "forgotten.ts",
    ]);
  });

  it("has a wire format in the sandbox for every engine, and would name one that has none", () => {
    const ids = engines.map(({ id }) => id);
    expect(withoutWire(ids)).toEqual([]);
    expect(withoutWire([...ids, "forgotten"])).toEqual(["forgotten"]);
    expect(Object.keys(wireFormats).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("gives every engine, contract and sandbox route a name of its own", () => {
    for (const key of ["id", "contract", "sandboxPath"] as const) {
      expect(new Set(engines.map((engine) => engine[key])).size).toBe(engines.length);
    }
  });
});

describe.each(engines)("$id", (engine) => {
  it("has whole credits, limits, a versioned contract and a route in the sandbox", () => {
    const { credits, noAnswerShownCredits = credits } = engine.price;
    expect(Number.isInteger(credits) && credits > 0).toBe(true);
    expect(Number.isInteger(noAnswerShownCredits) && noAnswerShownCredits <= credits).toBe(true);
    expect(engine.limits.timeoutMs).toBeGreaterThan(0);
    expect(engine.limits.concurrency).toBeGreaterThan(0);
    expect(engine.limits.promptChars).toBeGreaterThan(0);
    expect(engine.contract).toMatch(/\/v\d+$/);
    expect(engine.sandboxPath).toMatch(/^\/v\d/);
  });

  it("says of each field what it means there, or why it can't be seen", () => {
    for (const { meaning } of Object.values(engine.observability)) expect(meaning.length).toBeGreaterThan(10);
  });
});
