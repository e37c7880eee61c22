import { appendFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, inject } from "vitest";
import { roles } from "./catalog/classification";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where the product's statements are written to while the tests run; empty when they aren't. */
    recordStatementsInto: string;
  }
}

/** One statement that the app role ran without an error, with the values of one of its runs. */
export interface RecordedStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** How many rows it returned or changed. */
  readonly rows: number;
}

/** Tests of the product: what a test of the database itself sends is no statement of the app. */
const PRODUCT_TEST = /\/server\/.*\.db\.test\.ts$/;
const known = new Map<string, number>();

const folder = inject("recordStatementsInto");
if (folder !== "") recordInto(join(folder, `${crypto.randomUUID()}.jsonl`));

/** A set-up file of vitest: writes each statement that comes through the driver as the app role, one a line. */
function recordInto(file: string): void {
  const { query } = pg.Client.prototype;
  function recording(this: pg.Client, ...args: unknown[]): unknown {
    const sent: unknown = Reflect.apply(query, this, args);
    const isOurs = PRODUCT_TEST.test(expect.getState().testPath ?? "") && this.user === roles.app;
    if (!isOurs || !(sent instanceof Promise)) return sent;
    const [config, values = []] = args;
    const text = typeof config === "object" && config !== null && "text" in config ? config.text : config;
    if (typeof text !== "string" || !Array.isArray(values)) return sent;
    return sent.then((result: pg.QueryResult) => {
      record(file, text, values, result);
      return result;
    });
  }
  Object.assign(pg.Client.prototype, { query: recording });
}

/** Each text once, and again when it did something at last, or the same with smaller values. */
function record(file: string, text: string, values: unknown[], result: pg.QueryResult): void {
  if (!/^\s*(select|insert|update|delete|with|merge)\b/i.test(text)) return;
  const statement: RecordedStatement = { text, values: values.map(asJson), rows: result.rowCount ?? 0 };
  const line = JSON.stringify(statement);
  const cost = statement.rows > 0 ? line.length : Number.MAX_SAFE_INTEGER;
  if (cost >= (known.get(text) ?? Number.POSITIVE_INFINITY)) return;
  known.set(text, cost);
  appendFileSync(file, `${line}\n`);
}

/** Bytes as Postgres writes them; what else the driver takes is JSON already, or becomes it (dates). */
function asJson(value: unknown): unknown {
  return Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value;
}
