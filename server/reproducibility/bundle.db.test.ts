import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { createExportScene } from "@/server/exports/testing/export-scene";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { openBundle } from "@/server/reproducibility";
import { outside } from "@/server/runs/testing/run-scene";
import type { BundleReport } from "./bundle-report";

const { inspect } = testDatabase();
outside();
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

interface Address extends Record<string, string> {
  readonly workspace: string;
  readonly project: string;
}

async function scene(): Promise<{ orgId: OrgId; address: Address }> {
  const { orgId } = await createExportScene(inspect);
  const [row] = await inspect(
    `select w.slug as workspace, p.slug as project from tenancy.project p
     join tenancy.workspace w on w.id = p.workspace_id where p.org_id = $1`,
    [orgId],
  );
  return { orgId, address: { workspace: String(row?.workspace), project: String(row?.project) } };
}

const bundleOf = (orgId: OrgId, input: Readonly<Record<string, string>>) =>
  asOrg(orgId, async () => unwrap(await openBundle(input)));

async function unpack(zip: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "citestreak-bundle-"));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(unzipSync(zip))) await writeFile(join(folder, name), bytes);
  return folder;
}

/** The script alone, as who has only the zip would run it. */
function recompute(folder: string): { code: number | null; said: string } {
  const script = join(folder, "recompute.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  return { code: status, said: stdout + stderr };
}

/** Changes a file of an unpacked bundle; its hash follows, so that only the numbers can tell. */
async function change(folder: string, file: string, edit: (text: string) => string): Promise<void> {
  const text = edit(await readFile(join(folder, file), "utf8"));
  await writeFile(join(folder, file), text);
  const sums = await readFile(join(folder, "SHA256SUMS"), "utf8");
  const sum = createHash("sha256").update(text).digest("hex");
  await writeFile(
    join(folder, "SHA256SUMS"),
    sums.replace(new RegExp(`^.*  ${file}$`, "m"), `${sum}  ${file}`),
  );
}

test("a bundle's own script computes every stored number of the window again, to the last digit", async () => {
  const { orgId, address } = await scene();
  const windows = await inspect(
    "select distinct window_start::text as start from insight.metric_value where org_id = $1",
    [orgId],
  );
  expect(windows.length).toBeGreaterThanOrEqual(3);
  let numbers = 0;
  for (const { start } of windows) {
    const { fileName, zip } = await bundleOf(orgId, { ...address, window: String(start) });
    expect(fileName).toBe(`citestreak-${address.project}-${start}.zip`);
    const { code, said } = recompute(await unpack(zip));
    expect([code, said]).toEqual([0, expect.stringMatching(/ 0 faults\n$/)]);
    const report: BundleReport = JSON.parse(strFromU8(unzipSync(zip)["report.json"] ?? new Uint8Array()));
    const stored = await inspect(
      `select detail from insight.metric_value where org_id = $1 and window_start = $2`,
      [orgId, start],
    );
    const rows = report.series.flatMap((series) => series.rows);
    expect(said).toContain(`${rows.length} numbers recomputed`);
    const details = rows.map(({ metricId: _, brandId: __, method: ___, ...detail }) => detail);
    expect(details).toHaveLength(stored.length);
    expect(details).toEqual(expect.arrayContaining(stored.map(({ detail }) => detail)));
    numbers += rows.length;
  }
  expect(numbers).toBeGreaterThan(50);
});

test("the same numbers make the same bytes", async () => {
  const { orgId, address } = await scene();
  expect((await bundleOf(orgId, address)).zip).toEqual((await bundleOf(orgId, address)).zip);
});

test("control: an outcome or a number that was changed is found and named", async () => {
  const { orgId, address } = await scene();
  const { zip } = await bundleOf(orgId, address);
  const outcome = await unpack(zip);
  await change(outcome, "outcomes.csv", (text) =>
    text.replace(/,answered,answered,/, ",answered,truncated,"),
  );
  expect(recompute(outcome)).toMatchObject({
    code: 1,
    said: expect.stringContaining("completion engine, value"),
  });
  const digit = await unpack(zip);
  await change(digit, "report.json", (text) =>
    text.replace(/("low": 0\.\d{9})(\d)/, (_, head, last) => head + ((Number(last) + 1) % 10)),
  );
  expect(recompute(digit)).toMatchObject({ code: 1, said: expect.stringMatching(/ 1 faults\n$/) });
  const torn = await unpack(zip);
  await writeFile(join(torn, "README.md"), "another");
  expect(recompute(torn)).toMatchObject({
    code: 1,
    said: expect.stringContaining("README.md is not the file"),
  });
});

test("while stored numbers lag behind their answers no bundle is given away", async () => {
  const { orgId, address } = await scene();
  await inspect(
    `update insight.metric_value set detail = jsonb_set(detail, '{n}', '99') where org_id = $1
     and window_start = (select max(window_start) from insight.metric_value where org_id = $1) and metric_id = 'presence'`,
    [orgId],
  );
  const refused = await asOrg(orgId, () => openBundle(address));
  expect(refused.ok ? "given" : refused.error.code).toBe("busy");
});

test("a window of more asks than a bundle holds is refused in words, and one engine of it is given", async () => {
  const { orgId, address } = await scene();
  const refused = await asOrg(orgId, () => openBundle(address, 11));
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining("Choose one engine") },
  });
  expect(await asOrg(orgId, () => openBundle({ ...address, engine: "chatgpt" }, 11))).toMatchObject({
    ok: true,
  });
});

test("another org, another project and a week without numbers give nothing", async () => {
  const { orgId, address } = await scene();
  const other = await createTestOrg();
  const codes = [];
  for (const [who, input] of [
    [other, address],
    [orgId, { ...address, project: "nothing" }],
    [orgId, { ...address, window: "2020-01-06" }],
    [orgId, { ...address, window: "yesterday" }],
  ] as const) {
    const refused = await asOrg(who, () => openBundle(input));
    codes.push(refused.ok ? "given" : refused.error.code);
  }
  expect(codes).toEqual(["not_found", "not_found", "not_found", "invalid_input"]);
});
