import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ACTION_WORDS, actionWords } from "./action-words";

const ROOT = new URL("../..", import.meta.url).pathname;

/** What stands in a file that puts something on record, looks like an action, and is none. */
const NO_ACTIONS = ["members.change", "owners.change", "run.cancel", "members.jsonl", "workspace.change"];

/** Actions whose last part is a state, by the first: each that there is. */
const BY_STATE: Readonly<Record<string, readonly string[]>> = {
  "run.": ["run.cancelled", "run.failed"],
  "recompute.": ["recompute.done", "recompute.failed", "recompute.cancelled"],
};

/** Every action that a file puts on record: literals of its shape, and templates, which have to be known. */
function actionsIn(source: string): string[] {
  if (!source.includes("recordAudit(")) return [];
  const literals = [...source.matchAll(/"([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action);
  const templates = [...source.matchAll(/action: `([a-z_]+\.)/g)].flatMap(
    ([, template = ""]) => BY_STATE[template] ?? [template],
  );
  return [...literals, ...templates].filter((action) => !NO_ACTIONS.includes(action));
}

async function sources(): Promise<string[]> {
  const paths = await readdir(join(ROOT, "server"), { recursive: true });
  const files = paths.filter((path) => path.endsWith(".ts") && !/\.test\.ts$|(^|\/)testing\//.test(path));
  return Promise.all(files.map((path) => readFile(join(ROOT, "server", path), "utf8")));
}

test("every action that a verb puts on record has words", async () => {
  const actions = new Set((await sources()).flatMap(actionsIn));
  expect(actions.size).toBeGreaterThan(40);
  expect([...actions].filter((action) => ACTION_WORDS[action] === undefined)).toEqual([]);
});

test("control: a new action, literal or by state, is found by its name", () => {
  const source =
    'await recordAudit(tx, { action: "desk.paint" }); recordAudit(tx, { action: `desk.` + how })';
  expect(actionsIn(source)).toEqual(["desk.paint", "desk."]);
  expect(actionWords("desk.paint")).toBe("desk.paint");
});
