// Who may import whom; every rule says why it stands. scripts/check-boundaries.ts runs these rules (it also tells the
// resolver what "@/" is), and proves with seeded violations that each of them can fail.

import { OWNERS, TEST } from "./scripts/boundaries/owners.mjs";

const OUTER = "^(app|components|scripts|bench|e2e)/";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
const forbidden = [
  {
    name: "no-cycles",
    comment:
      "A cycle has no bottom: neither file can be read, tested or moved alone. Cycles of types alone don't exist at run time.",
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "no-orphans",
    comment: "A file that nobody imports is dead, or its caller forgot it.",
    from: {
      orphan: true,
      pathNot: ["^(scripts|bench|e2e|app)/", TEST, "\\.d\\.ts$", "^[^/]+$"],
    },
    to: {},
  },
  {
    name: "resolves",
    comment: "What can't be found can't be checked: every rule here would pass over it.",
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: "declared-packages-only",
    comment: "A package that is there by luck goes with the next install.",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
  },
  {
    name: "no-development-packages-in-product",
    comment: "`npm ci --omit=dev` is how a server is installed.",
    from: { path: "^(app|components|server|inngest|db)/", pathNot: TEST },
    to: {
      dependencyTypes: ["npm-dev"],
      dependencyTypesNot: ["npm", "type-only"],
      pathNot: "node_modules/@types/",
    },
  },
  {
    name: "tests-stay-tests",
    comment: "Factories, relays and samples bypass what the product promises.",
    from: { path: "^(app|components|server|inngest|db)/", pathNot: TEST },
    to: { path: TEST },
  },
  {
    name: "nothing-imports-entry-points",
    comment: "scripts, benchmarks and end-to-end tests are doors: they call the product, never the reverse.",
    from: { path: "^(app|components|server|inngest|db)/", pathNot: TEST },
    to: { path: "^(scripts|bench|e2e)/" },
  },
  {
    name: "kernel-imports-nothing",
    comment:
      "Everything stands on server/kernel, so it stands on nothing: that is what keeps it a closed list.",
    from: { path: "^server/kernel/" },
    to: { path: "^(app|components|server|inngest|db|scripts|bench|e2e)/", pathNot: "^server/kernel/" },
  },
  {
    name: "crash-hook-in-tests",
    comment:
      "Product code marks crash points; what happens there is nothing, unless a test's own process says otherwise.",
    from: { pathNot: [TEST, "^server/kernel/crash-point\\.ts$"] },
    to: { path: "^server/kernel/crash-hook\\.ts$" },
  },
  {
    name: "db-imports-kernel-only",
    comment: "The database knows tables and tenants, not the product's verbs.",
    from: { path: "^db/", pathNot: TEST },
    to: { path: "^(app|components|server|inngest|scripts|bench|e2e)/", pathNot: "^server/kernel/" },
  },
  {
    name: "slices-through-their-index",
    comment:
      "A slice's index.ts is its promise to the others; every other file may change without asking them. What a contract may see: contracts-are-light.",
    from: { path: "^server/([^/]+)/", pathNot: ["^server/(trpc|auth)/", "/contract\\.ts$", TEST] },
    to: {
      path: "^server/[^/]+/",
      pathNot: ["^server/$1/", "^server/kernel/", "^server/[^/]+/index\\.ts$", "/testing/"],
    },
  },
  {
    name: "claims-know-no-product",
    comment:
      "Claiming is the same for every kind of work: a slice describes its own kind, and server/claims hears of none.",
    from: { path: "^server/claims/", pathNot: TEST },
    to: {
      path: ["^server/", "^inngest/", "^db/schema"],
      pathNot: ["^server/(claims|kernel)/"],
    },
  },
  {
    name: "server-files-outside-slices",
    comment:
      "boot.ts and health run before any tenant exists: they see the kernel and the database's door, and of slices only what checks the environment.",
    from: { path: "^server/[^/]+\\.ts$" },
    to: { path: "^server/[^/]+/", pathNot: ["^server/kernel/", "^server/(engine-keys|mail)/index\\.ts$"] },
  },
  {
    name: "routers-through-an-index",
    comment: "A router parses, calls one verb and returns: it sees what a slice publishes.",
    from: { path: "^server/(trpc|auth)/", pathNot: TEST },
    to: {
      path: "^server/[^/]+/",
      pathNot: ["^server/(trpc|auth|kernel)/", "^server/[^/]+/(index|contract)\\.ts$"],
    },
  },
  {
    name: "routers-see-no-table",
    comment: "SQL in a transport is a verb that nobody else can call and no test finds.",
    from: { path: "^server/trpc/", pathNot: TEST },
    to: { path: "^db/" },
  },
  {
    name: "server-below-the-screens",
    comment: "The product runs without a page: pages depend on it, never the reverse.",
    from: { path: "^(server|inngest)/", pathNot: TEST },
    to: { path: OUTER },
  },
  {
    name: "server-sees-inngest-leaves",
    comment: "Verbs send events; which function hears them, and on which runtime, is not their business.",
    from: { path: "^server/", pathNot: TEST },
    to: { path: "^inngest/", pathNot: "^inngest/(client|events|local/open-dead-letters)\\.ts$" },
  },
  {
    name: "dead-letters-in-operations",
    comment:
      "Whoever opens the runtime's dead letters can retry and drop anybody's job: one slice does, behind operatorProcedure, and puts it on record.",
    from: {
      path: "^(app|components|server|inngest)/",
      pathNot: ["^server/operations/", "^inngest/local/", TEST],
    },
    to: { path: "^inngest/local/(open-)?dead-letters\\.ts$" },
  },
  {
    name: "inngest-leaves",
    comment: "The client and the event catalogue are seen from everywhere, so they see the kernel alone.",
    from: { path: "^inngest/(client|events)\\.ts$" },
    to: { path: "^(app|components|server|inngest|db)/", pathNot: "^server/kernel/" },
  },
  {
    name: "functions-through-an-index",
    comment: "A durable function is a table of contents: its steps are verbs, and its SQL is theirs.",
    from: { path: "^inngest/(functions/|with-job-context\\.ts|index\\.ts)", pathNot: TEST },
    to: { path: ["^db/", "^server/[^/]+/"], pathNot: ["^server/kernel/", "^server/[^/]+/index\\.ts$"] },
  },
  {
    name: "local-runtime-knows-no-product",
    comment:
      "It speaks a protocol to whatever functions are registered, as Inngest does: knowing ours would make it another product.",
    from: { path: "^inngest/local/", pathNot: TEST },
    to: { path: ["^db/", "^server/", "^inngest/(functions/|index)"], pathNot: "^server/kernel/" },
  },
  {
    name: "app-sees-no-database",
    comment: "app/ holds URLs: a query in a page is a permission check that somebody forgets.",
    from: { path: "^(app|components)/" },
    to: { path: "^db/" },
  },
  {
    name: "pages-through-the-caller",
    comment:
      "Pages read through the tRPC caller, where the session is checked and errors are mapped once. Types cost nothing, and the published method is nobody's.",
    from: { path: "^app/", pathNot: "^app/(api|\\(auth\\))/" },
    to: {
      path: "^(server|inngest)/",
      pathNot: [
        "^server/trpc/(caller|handler)\\.ts$",
        "^server/[^/]+/contract\\.ts$",
        "^server/methodology/index\\.ts$",
      ],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "doors-through-auth",
    comment:
      "Signing in happens before there is a caller to ask: those pages see server/auth, and nothing else of the server.",
    from: { path: "^app/\\(auth\\)/" },
    to: {
      path: "^(server|inngest)/",
      pathNot: "^server/auth/index\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "routes-through-an-index",
    comment: "A route handler parses, calls one verb of one slice and answers.",
    from: { path: "^app/api/" },
    to: {
      path: "^server/[^/]+/",
      pathNot: ["^server/kernel/", "^server/[^/]+/index\\.ts$", "^server/trpc/(caller|handler)\\.ts$"],
    },
  },
  {
    name: "one-route-serves-functions",
    comment: "The function list has one door; every other route sends events through a verb.",
    from: { path: "^app/", pathNot: "^app/api/inngest/" },
    to: { path: "^inngest/" },
  },
  {
    name: "components-see-contracts",
    comment:
      "What a browser loads may hold a slice's contract (zod and types). Anything else of the server, by value, ships secrets or breaks the bundle.",
    from: { path: "^components/", pathNot: TEST },
    to: {
      path: "^(server|inngest|app)/",
      pathNot: "^server/[^/]+/contract\\.ts$",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "contracts-are-light",
    comment: "A contract goes to the browser: it sees zod, the kernel's ids and other contracts.",
    from: { path: "^server/[^/]+/contract\\.ts$" },
    to: {
      path: "^(server|inngest|db)/",
      pathNot: ["^server/kernel/", "^server/[^/]+/contract\\.ts$"],
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "primitives-know-no-product",
    comment: "components/ui is reused everywhere because it knows no product word.",
    from: { path: "^components/ui/" },
    to: { path: "^(components|server|inngest|app|db)/", pathNot: "^components/ui/" },
  },
  {
    name: "engines-see-no-analysis",
    comment:
      "A sampled answer is never cached: what is kept of the analysis model must not be in reach of what is measured.",
    from: { path: "^server/engines/" },
    to: { path: "^server/analysis/" },
  },
  {
    name: "server-is-framework-free",
    comment: "Verbs run in a page, a worker, a script and a test: none of these should bring Next or React.",
    from: { path: "^(server|inngest|db)/", pathNot: "^server/(trpc|auth)/" },
    to: { path: "(^|node_modules/)(next|react|react-dom)(/|$)" },
  },
  ...OWNERS,
];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: forbidden.map((rule) => ({ severity: "error", ...rule })),
  options: {
    // TypeScript 7 has no compiler API yet: without swc no module would be seen, and no violation either.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|\\.data)/" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".d.ts", ".mjs", ".js", ".json", ".css"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
