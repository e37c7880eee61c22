import type { Node } from "libpg-query";

export type NodeKind = Node extends infer Each ? (Each extends unknown ? keyof Each : never) : never;
export type NodeOf<Kind extends NodeKind> = Extract<Node, { [key in Kind]: unknown }>[Kind];

/** Every node of the type `kind` in `tree`, from the top down: inside subqueries, WITH clauses and schema elements too. */
export function nodesOf<Kind extends NodeKind>(tree: unknown, kind: Kind): NodeOf<Kind>[] {
  if (tree === null || typeof tree !== "object") return [];
  return Object.entries(tree).flatMap(([key, child]) => [
    ...(key === kind ? [asNode<Kind>(child)] : []),
    ...nodesOf(child, kind),
  ]);
}

/** The parser names each node by its type: what stands under the key `kind` is one. */
function asNode<Kind extends NodeKind>(value: unknown): NodeOf<Kind> {
  return value as NodeOf<Kind>;
}

/** Every string in `tree`: names of objects and roles, values of constants. */
export function wordsOf(tree: unknown): string[] {
  return nodesOf(tree, "String").map((word) => word.sval ?? "");
}

/** `schema.name` of a table as it is written; a name without a schema has none here either. */
export function nameOf(relation: { schemaname?: string; relname?: string } | undefined): string {
  return [relation?.schemaname, relation?.relname].filter((part) => part !== undefined).join(".");
}

/** The role that a part of a statement names; `public` for PUBLIC, which is no role's name. */
export function roleOf(role: NodeOf<"RoleSpec"> | undefined): string {
  return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? role?.roletype ?? "");
}

/** Whether two trees say the same, wherever they stand in their texts. */
export function isSameTree(one: unknown, other: unknown): boolean {
  return withoutPlaces(one) === withoutPlaces(other);
}

function withoutPlaces(tree: unknown): string {
  return JSON.stringify(tree, (key, value) => (key === "location" ? undefined : value)) ?? "";
}
