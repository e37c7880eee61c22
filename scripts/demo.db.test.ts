import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { z } from "zod";

const Report = z.object({
  projects: z.array(z.object({ engines: z.array(z.object({ answered: z.int(), asks: z.int() })) })),
  wallet: z.object({ granted: z.int(), settled: z.int(), balance: z.int() }),
});

test("the demo, started as its command starts it, answers every ask and ends with a wallet that adds up", async () => {
  const args = ["--import", "tsx", "scripts/demo.ts", "--once", "--json"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
  const { projects, wallet } = Report.parse(JSON.parse(stdout));
  const engines = projects.flatMap((project) => project.engines);
  expect(engines.length).toBeGreaterThan(0);
  for (const { answered, asks } of engines) expect(answered).toBe(asks);
  expect(wallet.settled).toBeGreaterThan(0);
  expect(wallet.settled + wallet.balance).toBe(wallet.granted);
}, 300_000);
