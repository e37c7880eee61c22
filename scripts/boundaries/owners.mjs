// What has one owner: a package, a table or a connection that one folder alone may touch. .dependency-cruiser.mjs takes
// these rules in.

export const TEST = "(\\.(test|bench)\\.tsx?$|/testing/)";

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const OWNERS = [
  {
    name: "ledger-schema-in-credits",
    comment:
      "Money has one author: only server/credits writes entries, lots, settlements and checkpoints, under the wallet lock.",
    from: { path: "^(app|components|server|inngest)/", pathNot: ["^server/credits/", TEST] },
    to: { path: "^db/schema/credits\\.ts$", dependencyTypesNot: ["type-only"] },
  },
  {
    name: "stripe-in-billing",
    comment:
      "One slice knows the payment provider, so one slice can be checked for what it believes of a payload.",
    from: { pathNot: "^(server/billing|e2e)/" },
    to: { path: "(^|node_modules/)stripe(/|$)" },
  },
  {
    name: "sessions-in-auth",
    comment: "next-auth is a beta behind one folder: a swap touches that folder alone.",
    from: { pathNot: "^server/auth/" },
    to: { path: "(^|node_modules/)(next-auth|@auth)(/|$)" },
  },
  {
    name: "mail-in-mail",
    comment: "One slice sends mail, so that one place decides whether any leaves, and to how many addresses.",
    from: { pathNot: "^server/mail/" },
    to: { path: "(^|node_modules/)nodemailer(/|$)" },
  },
  {
    name: "pages-through-the-guard",
    comment:
      "An address of somebody else's choosing is fetched by server/outbound alone, which lets no connection into our network.",
    from: { pathNot: ["^server/outbound/", TEST] },
    to: { path: "(^|node_modules/)undici(/|$)" },
  },
  {
    name: "engines-speak-to-engines",
    comment:
      "A paid call outside the adapters would be a call without a reservation: the token that proves one is asked for there.",
    from: { pathNot: "^server/engines/" },
    to: { path: "(^|node_modules/)(openai|@anthropic-ai|@google/genai|groq-sdk)(/|$)" },
  },
  {
    name: "ai-sdk-in-analysis",
    comment:
      "One slice calls the analysis model: there its tokens are held, its answers checked, and no other way around them exists.",
    from: { pathNot: "^server/analysis/" },
    to: { path: "(^|node_modules/)(ai|@ai-sdk)(/|$)" },
  },
  {
    name: "drivers-in-db",
    comment:
      "A second way to a connection is a way around withTenant. The local runtime has its own role, which sees no product table.",
    from: { path: "^(app|components|server|inngest)/", pathNot: ["^inngest/local/", TEST] },
    to: {
      path: "(^|node_modules/)(pg|postgres|@neondatabase/serverless|drizzle-orm/(node-postgres|neon-serverless))(/|$)",
      dependencyTypesNot: ["type-only"],
    },
  },
  {
    name: "queue-in-local-runtime",
    comment: "On Inngest Cloud there is no pg-boss: nothing else may count on it.",
    from: { pathNot: "^(inngest/local|scripts|bench)/" },
    to: { path: "(^|node_modules/)pg-boss(/|$)" },
  },
  {
    name: "owner-connection",
    comment:
      "The owner role is not bound by row-level security, and makes operators: migrations, scripts, the embedded server and tests use it, no verb does.",
    from: { path: "^(app|components|server|inngest)/", pathNot: TEST },
    to: { path: "^db/(migrate|operators|provision|embedded|embedded-home)\\.ts$" },
  },
];
