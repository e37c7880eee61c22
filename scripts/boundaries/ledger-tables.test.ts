import { describe, expect, it } from "vitest";
import { ledgerTables, ledgerUses } from "./ledger-tables";

const SCHEMA =
  'export const wallet = credits.table("wallet", {});\nexport const entry = credits.table("entry", {});\nexport type Kind = "grant";';
const TABLES = ledgerTables(SCHEMA);
const uses = (source: string) =>
  ledgerUses("server/runs/x.ts", source, TABLES).map((violation) => violation.to);

describe("only credits touches the ledger tables", () => {
  it("reads the tables from the schema", () => {
    expect(TABLES).toEqual(["wallet", "entry"]);
  });

  it.each([
    ['import { ask, entry } from "@/db/schema";', ["entry"]],
    ['import {\n  ask,\n  wallet as purse,\n} from "@/db/schema";', ["wallet"]],
    ['import * as schema from "@/db/schema";', ["* (all tables)"]],
    ['import { entry } from "@/db/schema/credits";', ["entry"]],
    ["await tx.execute(sql`select 1 from credits.entry`);", ["credits.entry"]],
  ])("catches %j", (source, expected) => {
    expect(uses(source)).toEqual(expected);
  });

  it.each([
    'import { ask, run } from "@/db/schema";',
    'import type { entry } from "@/db/schema";',
    'import { entry } from "./entry";',
    'import { reserveCredits } from "@/server/credits";',
    "const credits = { available: 3 };\ncredits.available;",
  ])("lets %j pass", (source) => {
    expect(uses(source)).toEqual([]);
  });
});
