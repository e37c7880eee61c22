import type { Node } from "libpg-query";
import type { Statement } from "../read-statements";
import { nameOf, nodesOf } from "../syntax-tree";
import { alters, isTenantTable } from "./policy-rules";
import type { SqlRule } from "./rule";

const TRIGGERS_OFF = ["AT_DisableTrig", "AT_DisableTrigAll", "AT_DisableTrigUser", "AT_EnableReplicaTrig"];

/** Rules about what the file does to itself, to the rows and to the app that runs meanwhile; squawk's come on top. */
export const runningAppRules: readonly SqlRule[] = [
  {
    id: "own-transaction",
    why: "the runner wraps each file: a COMMIT in it would leave half of a file that fails",
    breaks: ({ trees, endsTransaction }) => endsTransaction || nodesOf(trees, "TransactionStmt").length > 0,
  },
  {
    id: "dynamic-sql",
    why: "EXECUTE runs text that no gate can read: write the statements out",
    waivable: true,
    breaks: ({ isOpaque }) => isOpaque,
  },
  {
    id: "session-setting",
    why: "a SET outlives its file, and the next one runs under it: SET LOCAL",
    waivable: true,
    breaks: ({ trees }) =>
      // A function's own SET clause is no statement: it ends with the call.
      trees.some((tree) => "VariableSetStmt" in tree && tree.VariableSetStmt.is_local !== true),
  },
  {
    id: "trigger-off",
    why: "append-only tables are guarded by a trigger",
    breaks: (statement) =>
      TRIGGERS_OFF.some((kind) => alters(statement, kind)) ||
      nodesOf(statement.trees, "DropStmt").some((drop) => drop.removeType === "OBJECT_TRIGGER") ||
      setsOf(statement).includes("session_replication_role"),
  },
  {
    id: "rls-blind",
    why: "row-level security hides every tenant's rows from migrations: this finds none of them and says nothing",
    waivable: true,
    breaks: ({ trees: [statement, ...embedded] }) =>
      // A function's body runs later, for somebody who has an org.
      !(statement && "CreateFunctionStmt" in statement) &&
      [statement, ...embedded].some((tree) => rowsReachedBy(tree).some(isTenantTable)),
  },
  {
    id: "cascade",
    why: "CASCADE drops what nobody has named here: name it",
    waivable: true,
    breaks: ({ trees }) => nodesOf(trees, "DropStmt").some((drop) => drop.behavior === "DROP_CASCADE"),
  },
  {
    id: "rows-thrown-away",
    why: "rows that a TRUNCATE took come back from a backup alone; it asks no policy",
    waivable: true,
    breaks: ({ trees }) => nodesOf(trees, "TruncateStmt").length > 0,
  },
  {
    id: "table-kept-locked",
    why: "nobody reads or writes the table until this ends",
    waivable: true,
    breaks: ({ trees }) =>
      nodesOf(trees, "LockStmt").length > 0 ||
      nodesOf(trees, "ClusterStmt").length > 0 ||
      nodesOf(trees, "VacuumStmt").some(({ options }) => hasOption(options, "full")) ||
      nodesOf(trees, "ReindexStmt").some(({ params }) => !hasOption(params, "concurrently")),
  },
  {
    id: "unlogged",
    why: "an unlogged table is empty after a crash",
    breaks: (statement) =>
      alters(statement, "AT_SetUnLogged") ||
      nodesOf(statement.trees, "CreateStmt").some(({ relation }) => relation?.relpersistence === "u"),
  },
];

const READS_OR_WRITES = [
  "SelectStmt",
  "InsertStmt",
  "UpdateStmt",
  "DeleteStmt",
  "MergeStmt",
  "CreateTableAsStmt",
];

/** Tables whose rows the statement reads or writes when it runs; none for a statement that only defines something. */
function rowsReachedBy(tree: Node | undefined): string[] {
  if (tree === undefined || !READS_OR_WRITES.some((kind) => kind in tree)) return [];
  const written = [
    ...nodesOf(tree, "InsertStmt"),
    ...nodesOf(tree, "UpdateStmt"),
    ...nodesOf(tree, "DeleteStmt"),
    ...nodesOf(tree, "MergeStmt"),
  ];
  return [...written.map(({ relation }) => relation), ...nodesOf(tree, "RangeVar")].map(nameOf);
}

/** Settings that the statement changes, by SET or by set_config. */
function setsOf({ trees }: Statement): (string | undefined)[] {
  const calls = nodesOf(trees, "FuncCall").filter(({ funcname }) =>
    nodesOf(funcname, "String").some(({ sval }) => sval === "set_config"),
  );
  return [
    ...nodesOf(trees, "VariableSetStmt").map(({ name }) => name),
    ...calls.map(({ args }) => nodesOf(args?.[0], "A_Const")[0]?.sval?.sval),
  ];
}

function hasOption(options: unknown, name: string): boolean {
  return nodesOf(options, "DefElem").some(({ defname }) => defname === name);
}
