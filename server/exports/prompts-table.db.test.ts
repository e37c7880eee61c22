import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { savePanel } from "@/server/panels";
import { createScene } from "@/server/runs/testing/run-scene";
import { openExport } from "./open-export";

testDatabase();

test("the file of the prompts screen holds the version that it shows; without a filter, all of them", async () => {
  const { orgId, projectId } = await createScene({ credits: 1, prompts: ["one", "two"] });
  const save = (name: string, ...texts: string[]) =>
    savePanel({ projectId, name, prompts: texts.map((text) => ({ text })) });
  const texts = (filter: Record<string, string>) =>
    asOrg(orgId, async () => {
      const table = { workspace: "main", project: "desks", table: "prompts", filter };
      const file = await new Response(unwrap(await openExport(table)).body).text();
      return ["one", "two", "three", "other"].filter((text) => file.includes(`,${text},`));
    });
  await asOrg(orgId, async () => {
    unwrap(await save("Main", "two", "three"));
    unwrap(await save("Another", "other"));
  });
  expect(await texts({ panel: "Main", version: "1" })).toEqual(["one", "two"]);
  expect(await texts({ panel: "Main", version: "2" })).toEqual(["two", "three"]);
  expect(await texts({ panel: "Another" })).toEqual(["other"]);
  expect(await texts({ panel: "Nothing", version: "x" })).toEqual([]);
  expect(await texts({})).toEqual(["one", "two", "three", "other"]);
});
