import { readdir, rm } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { cruiseImports, type Violation } from "./boundaries/cruise-imports";
import { eventViolations } from "./boundaries/event-senders";
import { ledgerViolations } from "./boundaries/ledger-tables";
import { plantSeeds } from "./boundaries/plant-seeds";
import { SEEDED_IMPORTS } from "./boundaries/seeded-violations";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDERS = [
  "app",
  "components",
  "server",
  "inngest",
  "db",
  "scripts",
  "bench",
  "e2e",
  "instrumentation.ts",
];
/** Far below what there is: fewer means that files weren't found or weren't read. */
const LEAST = { modules: 200, dependencies: 600 };

const problems = [...(await checkRules()), ...(await checkTree())];
for (const problem of problems) console.error(problem);
process.exit(problems.length === 0 ? 0 : 1);

/** The product against the rules: zero violations, and enough modules seen to believe it. */
async function checkTree(): Promise<string[]> {
  const graph = await cruiseImports(root, FOLDERS);
  console.log(`${graph.modules} modules, ${graph.dependencies} imports, ${graph.rules.length} rules`);
  const files = await sourceFiles();
  const found = [
    ...graph.violations,
    ...(await ledgerViolations(root, files)),
    ...(await eventViolations(root, files)),
  ];
  const problems = found.map(({ rule, from, to, reason }) => `${rule}: ${from} → ${to}\n  ${reason}`);
  if (graph.modules < LEAST.modules || graph.dependencies < LEAST.dependencies)
    problems.push(
      `only ${graph.modules} modules and ${graph.dependencies} imports were seen: the check is blind`,
    );
  return problems;
}

/** The rules against seeded imports: each forbidden one is caught by its rule, and no allowed one by any. */
async function checkRules(): Promise<string[]> {
  const folder = await plantSeeds();
  try {
    const { violations, rules } = await cruiseImports(
      folder,
      FOLDERS.filter((path) => !path.includes(".") && path !== "bench" && path !== "e2e"),
    );
    const seeds = SEEDED_IMPORTS.filter((seed) => seed.rule !== undefined);
    console.log(
      `${seeds.length} seeded violations, ${SEEDED_IMPORTS.length - seeds.length} legal neighbours`,
    );
    return [...missed(violations), ...unproven(violations, rules), ...wronglyCaught(violations)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A cycle is reported once, at one of its files: the others stand in its path. */
function missed(violations: readonly Violation[]): string[] {
  return SEEDED_IMPORTS.filter(
    ({ rule, from }) =>
      rule && !violations.some((v) => v.rule === rule && (v.from === from || v.to.includes(from))),
  ).map(({ rule, from, to }) => `${rule} did not catch its seed ${from} → ${to}`);
}

function unproven(violations: readonly Violation[], rules: readonly string[]): string[] {
  const caught = new Set(violations.map((violation) => violation.rule));
  return rules
    .filter((rule) => !caught.has(rule))
    .map((rule) => `${rule} has never been seen to fail: seed it`);
}

/** Nobody imports a seed, so each of them is an orphan by nature. */
function wronglyCaught(violations: readonly Violation[]): string[] {
  const allowed = new Set(SEEDED_IMPORTS.filter((seed) => !seed.rule).map((seed) => seed.from));
  return violations
    .filter((violation) => allowed.has(violation.from) && violation.rule !== "no-orphans")
    .map(({ rule, from, to }) => `${rule} caught what is allowed: ${from} → ${to}`);
}

async function sourceFiles(): Promise<string[]> {
  const lists = await Promise.all(
    ["app", "components", "server", "inngest"].map((folder) =>
      readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true }),
    ),
  );
  return lists
    .flat()
    .flatMap((entry) => (entry.isFile() ? [relative(root, `${entry.parentPath}/${entry.name}`)] : []));
}
