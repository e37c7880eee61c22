import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { type MasterKeys, readMasterKeys } from "./master-keys";
import { openSecret, rewrapKey, type Sealed, type SecretPlace, sealSecret, UnopenedSecret } from "./seal";

const masters = (...versions: readonly number[]): MasterKeys => ({
  newest: Math.max(...versions),
  byVersion: new Map(versions.map((version) => [version, randomBytes(32)])),
});
const without = ({ newest, byVersion }: MasterKeys, gone: number): MasterKeys => ({
  newest,
  byVersion: new Map([...byVersion].filter(([version]) => version !== gone)),
});
const PLACE: SecretPlace = { orgId: "org-1", provider: "openai", version: "secret-1" };
const place = fc.record({
  orgId: fc.uuid(),
  provider: fc.constantFrom("openai", "google", "dataforseo"),
  version: fc.uuid(),
});
const secret = fc.string({ unit: "grapheme", maxLength: 200 });
const RUNS = slice(100, 5_000);
const seed = seedFor("secrets", `sealing, ${RUNS} random secrets and places`);
const options = { numRuns: RUNS, seed };

/** Every copy of `sealed` in which one bit of one byte is another, or which is a byte shorter or longer. */
function* tampered(sealed: Sealed): Generator<Sealed> {
  for (const part of ["wrappedKey", "sealed"] as const) {
    const bytes = sealed[part];
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ (1 << (index % 8));
      yield { ...sealed, [part]: changed };
    }
    yield { ...sealed, [part]: bytes.subarray(0, -1) };
    yield { ...sealed, [part]: Buffer.concat([bytes, Buffer.of(0)]) };
    yield { ...sealed, [part]: Buffer.alloc(0) };
  }
}

describe("a sealed secret", () => {
  test("opens in its own place to what it was, and no two sealings look alike", () => {
    const keys = masters(1, 2);
    fc.assert(
      fc.property(place, secret, (where, text) => {
        const [first, second] = [sealSecret(keys, where, text), sealSecret(keys, where, text)];
        expect(openSecret(keys, where, first)).toBe(text);
        expect(first.sealed.equals(second.sealed)).toBe(false);
        expect(first.wrappedKey.equals(second.wrappedKey)).toBe(false);
      }),
      options,
    );
  });

  test("moved to another org, another provider or another version, it fails to open", () => {
    const keys = masters(1);
    fc.assert(
      fc.property(place, place, secret, (where, elsewhere, text) => {
        const sealed = sealSecret(keys, where, text);
        for (const field of ["orgId", "provider", "version"] as const) {
          if (where[field] === elsewhere[field]) continue;
          const moved = { ...where, [field]: elsewhere[field] };
          expect(() => openSecret(keys, moved, sealed)).toThrow(UnopenedSecret);
          expect(() => rewrapKey(keys, moved, sealed)).toThrow(UnopenedSecret);
        }
      }),
      options,
    );
  });

  test("control: it is the place that keeps it shut; sealed for no place in particular, it opens in any", () => {
    const keys = masters(1);
    const nowhere = (_: SecretPlace): SecretPlace => ({ orgId: "", provider: "", version: "" });
    const sealed = sealSecret(keys, nowhere(PLACE), "text");
    expect(openSecret(keys, nowhere({ ...PLACE, orgId: "org-2" }), sealed)).toBe("text");
  });

  test("with any byte of it changed, taken away or added, it fails to open, and says nothing of what is inside", () => {
    const keys = masters(1, 7);
    let tried = 0;
    fc.assert(
      fc.property(place, secret, (where, text) => {
        const sealed = sealSecret(keys, where, `secret ${text}`);
        for (const copy of tampered(sealed)) {
          tried += 1;
          let said = "it opened";
          try {
            openSecret(keys, where, copy);
          } catch (error) {
            said = String(error);
          }
          expect(said).toBe(String(new UnopenedSecret("not_authentic")));
        }
      }),
      { ...options, numRuns: slice(20, 500) },
    );
    report("secrets", `${tried} sealed keys with one bit changed, a byte less or a byte more: 0 opened`);
  });

  test("the data key of one secret doesn't open another, nor does a part of another's", () => {
    const keys = masters(1);
    const [one, other] = [sealSecret(keys, PLACE, "one"), sealSecret(keys, PLACE, "other")];
    expect(() => openSecret(keys, PLACE, { ...one, sealed: other.sealed })).toThrow(UnopenedSecret);
    expect(() => openSecret(keys, PLACE, { ...one, wrappedKey: other.wrappedKey })).toThrow(UnopenedSecret);
    expect(() => openSecret(keys, PLACE, { ...one, sealed: one.wrappedKey })).toThrow(UnopenedSecret);
  });

  test("needs the very master key that wraps it", () => {
    const keys = masters(1, 2);
    const sealed = sealSecret(keys, PLACE, "text");
    expect(sealed.masterVersion).toBe(2);
    expect(() => openSecret(without(keys, 2), PLACE, sealed)).toThrow(/not in KEY_ENCRYPTION_KEYS/);
    expect(() => openSecret(masters(1, 2), PLACE, sealed)).toThrow(UnopenedSecret);
    expect(() => openSecret(keys, PLACE, { ...sealed, masterVersion: 1 })).toThrow(UnopenedSecret);
  });

  test("re-wrapped, it opens without the old master key, and its ciphertext is the same to the byte", () => {
    const old = masters(1);
    const next: MasterKeys = { newest: 2, byVersion: new Map([...old.byVersion, [2, randomBytes(32)]]) };
    const sealed = sealSecret(old, PLACE, "text");
    const rewrapped = { ...sealed, ...rewrapKey(next, PLACE, sealed) };
    expect(rewrapped).toMatchObject({ masterVersion: 2, sealed: sealed.sealed });
    expect(openSecret(without(next, 1), PLACE, rewrapped)).toBe("text");
    // Control: as it was before, it needs the old one.
    expect(() => openSecret(without(next, 1), PLACE, sealed)).toThrow(UnopenedSecret);
  });
});

describe("KEY_ENCRYPTION_KEYS", () => {
  const key = () => randomBytes(32).toString("base64");
  const read = (value: string) => readMasterKeys({ KEY_ENCRYPTION_KEYS: value });

  test("unset or empty means that nobody can bring a key", () => {
    expect(readMasterKeys({})).toBeNull();
    expect(read("")).toBeNull();
  });

  test("the highest version wraps, in whatever order they stand", () => {
    expect(read(`2:${key()}, 1:${key()}`)).toMatchObject({ newest: 2 });
    expect(read(`1:${key()},10:${key()},9:${key()}`)).toMatchObject({ newest: 10 });
  });

  test.each([
    ["no version", key()],
    ["version 0", `0:${key()}`],
    ["a short key", `1:${randomBytes(31).toString("base64")}`],
    ["a long key", `1:${randomBytes(33).toString("base64")}`],
    ["the same version twice", `1:${key()},1:${key()}`],
    ["an empty part", `1:${key()},`],
  ])("%s stops the process by the variable's name, and quotes nothing of it", (_, value) => {
    let said = "";
    try {
      read(value);
    } catch (error) {
      said = String(error);
    }
    expect(said).toMatch(/KEY_ENCRYPTION_KEYS: its part \d/);
    for (const part of value.split(",")) if (part.length > 4) expect(said).not.toContain(part.slice(2, 12));
  });
});
