export interface DamagedBody {
  /** What was done where, for a failing test's message. */
  readonly damage: string;
  readonly body: string;
}

type Damage = "removed" | "null" | "ill-typed";

/** Every copy of a body with one field (of any depth) removed, made null, or made a value of another type. */
export function bodiesWithDamagedField(rawBody: string, damage: Damage): DamagedBody[] {
  return fieldsOf(JSON.parse(rawBody), damage).map(({ path, value }) => ({
    damage: `${path.join(".")} ${damage}`,
    body: JSON.stringify(value),
  }));
}

/** Every copy of a body with one element of one list taken out: smaller, and still what the vendor could have sent. */
export function bodiesWithoutAnElement(rawBody: string): DamagedBody[] {
  return elementsOf(JSON.parse(rawBody)).map(({ path, value }) => ({
    damage: `${path.join(".")} taken out`,
    body: JSON.stringify(value),
  }));
}

/** A body with a field that no vendor has, in every object. */
export function withUnknownFields(rawBody: string): string {
  const richer = JSON.parse(rawBody, (_key, value) =>
    isObject(value) ? { ...value, brand_new_field: [{ x: 1 }] } : value,
  );
  return JSON.stringify(richer);
}

interface Copy {
  readonly path: readonly string[];
  readonly value: unknown;
}

function fieldsOf(value: unknown, damage: Damage): Copy[] {
  const inner = innerCopies(value, (item) => fieldsOf(item, damage));
  if (Array.isArray(value)) {
    // An element that is gone is a shorter list, which any vendor may send.
    if (damage === "removed") return inner;
    const spoilt = value.flatMap((item, index) =>
      insteadOf(item, damage).map((other) => ({ path: [String(index)], value: value.with(index, other) })),
    );
    return [...spoilt, ...inner];
  }
  if (!isObject(value)) return [];
  const spoilt = Object.entries(value).flatMap(([key, item]) =>
    damage === "removed"
      ? [{ path: [key], value: without(value, key) }]
      : insteadOf(item, damage).map((other) => ({ path: [key], value: { ...value, [key]: other } })),
  );
  return [...spoilt, ...inner];
}

/** What a damaged field holds: null, or values of every other type. */
function insteadOf(item: unknown, damage: "null" | "ill-typed"): unknown[] {
  if (damage === "null") return [null];
  const others = [{ wrong: true }, 7, "wrong", [7], true];
  return others.filter((other) => typeOf(other) !== typeOf(item));
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? "list" : typeof value;
}

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
}

function elementsOf(value: unknown): Copy[] {
  const inner = innerCopies(value, elementsOf);
  if (!Array.isArray(value)) return inner;
  return [
    ...value.map((_, index) => ({ path: [String(index)], value: value.toSpliced(index, 1) })),
    ...inner,
  ];
}

/** Copies that are damaged further in, put back into their place. */
function innerCopies(value: unknown, copies: (item: unknown) => Copy[]): Copy[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      copies(item).map((copy) => ({
        path: [String(index), ...copy.path],
        value: value.with(index, copy.value),
      })),
    );
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    copies(item).map((copy) => ({ path: [key, ...copy.path], value: { ...value, [key]: copy.value } })),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
