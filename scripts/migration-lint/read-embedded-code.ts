import { type Node, parse, parsePlPgSQL } from "libpg-query";
import { nodesOf } from "./syntax-tree";

/** What a DO block or a function body holds. Empty for every other statement. */
export interface EmbeddedCode {
  readonly trees: readonly Node[];
  /** It builds SQL as text and runs it, or is written in a language that nobody here reads. */
  readonly isOpaque: boolean;
  /** It commits or rolls back. */
  readonly endsTransaction: boolean;
}

const NOTHING: EmbeddedCode = { trees: [], isOpaque: false, endsTransaction: false };
const RUNS_TEXT = ["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors", "dynquery"];
const ENDS_TRANSACTION = ["PLpgSQL_stmt_commit", "PLpgSQL_stmt_rollback"];

/** The SQL inside the statement `stmt`, whose text is `text`. Throws on a body that Postgres would not parse. */
export async function readEmbeddedCode(stmt: Node, text: string): Promise<EmbeddedCode> {
  const code = nodesOf(stmt, "DoStmt")[0]?.args ?? nodesOf(stmt, "CreateFunctionStmt")[0]?.options;
  if (code === undefined) return NOTHING;
  const options = new Map(nodesOf(code, "DefElem").map((option) => [option.defname, option.arg]));
  const language = nodesOf(options.get("language"), "String")[0]?.sval ?? "plpgsql";
  // `RETURN …` and `BEGIN ATOMIC` are part of the statement's own tree.
  if (!options.has("as")) return NOTHING;
  if (language === "plpgsql") return readPlPgSql(text);
  const body = nodesOf(options.get("as"), "String")[0]?.sval ?? "";
  if (language === "sql") return { ...NOTHING, trees: await treesOf(body) };
  return { ...NOTHING, isOpaque: true };
}

async function readPlPgSql(text: string): Promise<EmbeddedCode> {
  const tree: unknown = await parsePlPgSQL(text);
  const keys = new Set<string>();
  const expressions: string[] = [];
  collect(tree, keys, expressions);
  return {
    trees: (await Promise.all(expressions.map(treesOf))).flat(),
    isOpaque: RUNS_TEXT.some((key) => keys.has(key)),
    endsTransaction: ENDS_TRANSACTION.some((key) => keys.has(key)),
  };
}

/** What kind of text a PL/pgSQL expression is: Postgres's RawParseMode. */
const STATEMENT = 0;
const EXPRESSION = 2;

/** Every key of the tree, and every piece of SQL as a statement of its own: a bare expression as `SELECT expression`. */
function collect(tree: unknown, keys: Set<string>, expressions: string[]): void {
  if (tree === null || typeof tree !== "object") return;
  for (const [key, child] of Object.entries(tree)) {
    keys.add(key);
    if (key !== "PLpgSQL_expr") collect(child, keys, expressions);
    else if (child.parseMode === STATEMENT) expressions.push(child.query);
    else if (child.parseMode === EXPRESSION) expressions.push(`SELECT ${child.query}`);
    else expressions.push(`SELECT ${child.query.replace(/^[^=]*?:?=/, "")}`);
  }
}

async function treesOf(sql: string): Promise<Node[]> {
  const { stmts = [] } = await parse(sql);
  return stmts.flatMap(({ stmt }) => stmt ?? []);
}
