import { z } from "zod";

const Entity = z.record(z.string(), z.unknown());
type Entity = z.infer<typeof Entity>;

/** How deep and how many: a page may nest what it likes. */
const DEEPEST = 5;
const MOST = 300;

/** Every object of the JSON-LD with a type, outer ones first. */
export function entitiesOf(linkedData: readonly unknown[]): Entity[] {
  const found: Entity[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (Array.isArray(value)) {
      for (const each of value.slice(0, MOST)) look(each, depth + 1);
      return;
    }
    const entity = Entity.safeParse(value).data;
    if (!entity) return;
    if (entity["@type"] !== undefined) found.push(entity);
    for (const inner of Object.values(entity).slice(0, MOST))
      if (typeof inner === "object" && inner !== null) look(inner, depth + 1);
  };
  for (const each of linkedData) look(each, 0);
  return found;
}

/** Whether one of its types is among these, whatever vocabulary's address stands before it. */
export function isOneOf(entity: Entity, types: ReadonlySet<string>): boolean {
  return textsOf(entity["@type"]).some((type) => types.has(type.replace(/^.*[/#:]/, "")));
}

/** The texts of a property that may be one, many or missing. */
export function textsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.flatMap((each) => {
    const text = typeof each === "string" ? each.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim() : "";
    return text !== "" && text.length <= 200 ? [text] : [];
  });
}
