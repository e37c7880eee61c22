import { expect, test } from "vitest";
import { testDatabase } from "./testing/test-database";

const { inspect } = testDatabase();

test("the template holds every migration", async () => {
  const rows = await inspect("select name from public.schema_migration order by name");
  expect(rows.length).toBeGreaterThanOrEqual(3);
});
