import { type Node, parse, scan } from "libpg-query";
import { type EmbeddedCode, readEmbeddedCode } from "./read-embedded-code";

/** One statement of a migration as Postgres itself reads it. */
export interface Statement extends EmbeddedCode {
  readonly text: string;
  /** Of its first word, counted from 1. */
  readonly line: number;
  /** How many `--> statement-breakpoint` stand before it: a `-- no-transaction` file is sent in these pieces. */
  readonly section: number;
  /** Comments between it and the statement, or the breakpoint, before it, as written. */
  readonly comments: readonly string[];
  /** The statement, and the statements and expressions inside a function body or a DO block. */
  readonly trees: readonly Node[];
}

const isBreakpoint = (comment: { text: string }) => comment.text.startsWith("--> statement-breakpoint");

/** The statements of a migration, in order. Throws, with the parser's words, on what Postgres would not parse. */
export async function readStatements(sql: string): Promise<Statement[]> {
  const source = Buffer.from(sql);
  const { tokens } = await scan(sql);
  const comments = tokens.filter((token) => token.tokenName.endsWith("COMMENT"));
  const { stmts = [] } = await parse(sql);
  let before = 0;
  const statements: Statement[] = [];
  for (const { stmt, stmt_location: start = 0, stmt_len: length } of stmts) {
    if (!stmt) continue;
    // The parser counts bytes, not characters.
    const above = comments.filter((comment) => comment.start >= before && comment.end <= start);
    const breakpoint = above.findLastIndex(isBreakpoint);
    const text = source.subarray(start, length === undefined ? undefined : start + length).toString();
    const embedded = await readEmbeddedCode(stmt, text);
    statements.push({
      ...embedded,
      text,
      line: source.subarray(0, start).toString().split("\n").length,
      section: comments.filter((comment) => comment.end <= start && isBreakpoint(comment)).length,
      comments: above.slice(breakpoint + 1).map((comment) => comment.text),
      trees: [stmt, ...embedded.trees],
    });
    before = start + Buffer.byteLength(text);
  }
  return statements;
}
