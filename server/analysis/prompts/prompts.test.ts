import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { instructionsOf } from "../model/frame-request";
import { tasks } from "../registry";

/** Rows of the changelog: version, date, the hash of the whole prompt, what changed. */
async function changelog(): Promise<Map<string, string>> {
  const text = await readFile(new URL("CHANGELOG.md", import.meta.url), "utf8");
  const rows = text.matchAll(/^\| ([a-z_]+\.v\d+) \| \d{4}-\d{2}-\d{2} \| `([0-9a-f]{12})` \| .+ \|$/gm);
  return new Map([...rows].map(([, version = "", hash = ""]) => [version, hash]));
}

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12);

test("every prompt is in the changelog with the hash of what is sent: another text is another version", async () => {
  const known = await changelog();
  for (const task of tasks)
    expect([task.prompt.version, hashOf(instructionsOf(task))]).toEqual([
      task.prompt.version,
      known.get(task.prompt.version),
    ]);
});

test("control: one letter more, in a prompt or in the frame below all of them, has another hash", async () => {
  const known = await changelog();
  for (const task of tasks) {
    const { text, version } = task.prompt;
    expect(hashOf(instructionsOf({ prompt: { text: `${text}.` } }))).not.toBe(known.get(version));
    expect(hashOf(`${instructionsOf(task)}.`)).not.toBe(known.get(version));
  }
});
