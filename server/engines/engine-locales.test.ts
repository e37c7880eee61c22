import { expect, it } from "vitest";
import { askEngine } from "./ask-engine";
import type { LocaleMapping } from "./contract";
import type { Locale } from "./define-engine";
import { engines } from "./registry";
import { mintedAsk } from "./testing/minted-ask";

const berlin: Locale = { country: "DE", language: "de", city: "Berlin" };
const elsewhere: Readonly<Record<keyof LocaleMapping, string>> = {
  country: "FR",
  language: "fr",
  city: "Lyon",
};
const environment = { ENGINE_SANDBOX_URL: "http://127.0.0.1:9" };

/** The first request of an ask from there; the reply doesn't matter. */
async function sentFrom(engineId: string, locale: Locale): Promise<unknown> {
  const bodies: unknown[] = [];
  const ask = { ...mintedAsk("which desk?", askId), locale };
  await askEngine(engineId, ask, {
    environment,
    fetch: async (input, init) => {
      bodies.push(await new Request(input, init).json());
      return new Response("{}", { status: 400 });
    },
  }).catch(() => null);
  return bodies[0];
}
const { askId } = mintedAsk("which desk?");

/** Paths of the leaves in which two JSON values differ. */
function differences(left: unknown, right: unknown, path: readonly string[] = []): string[] {
  if (typeof left !== "object" || typeof right !== "object" || !left || !right) {
    return left === right ? [] : [path.join(".")];
  }
  const [a, b] = [new Map(Object.entries(left)), new Map(Object.entries(right))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
    differences(a.get(key), b.get(key), [...path, key]),
  );
}

const parts = ["country", "language", "city"] as const;

it.each(engines.flatMap((engine) => parts.map((part) => ({ id: engine.id, engine, part }))))(
  "$id sends the $part of a locale where it says, and nowhere else",
  async ({ id, engine, part }) => {
    const here = await sentFrom(id, berlin);
    const there = await sentFrom(id, { ...berlin, [part]: elsewhere[part] });
    expect(here).toBeDefined();
    const { field, meaning } = engine.localeMapping[part];
    expect(differences(here, there)).toEqual(field === null ? [] : [field]);
    expect(meaning).not.toBe("");
  },
);

it.each(engines)(
  "$id asks the same question from a country without a city",
  async ({ id, localeMapping }) => {
    const city = await sentFrom(id, berlin);
    const country = await sentFrom(id, { country: "DE", language: "de" });
    const { field } = localeMapping.city;
    expect(differences(city, country)).toEqual(field === null ? [] : [field]);
  },
);

it("sees a part of the locale that is sent in silence", () => {
  expect(differences({ tools: [{ at: "DE" }], input: "x" }, { tools: [{ at: "FR" }], input: "x" })).toEqual([
    "tools.0.at",
  ]);
});
