import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What a route handler is, and with it who may come in. */
export type RouteKind =
  /** A member of an org, through asMember: called with another org's ids in e2e/flows/foreign-ids.e2e.ts. */
  | "member"
  /** Who runs the platform, through asOperator: called by others in answer-operator.db.test.ts. */
  | "operator"
  /** The router: every procedure of it is called in foreign-ids.db.test.ts. */
  | "router"
  /** Whoever signs in: it knows people, no org. */
  | "session"
  /** Inngest, by its signature: the functions take the org from the event. */
  | "functions"
  /** Everybody: it tells nothing of any org. */
  | "open";

/** Every route handler of app/api, by its file. */
export const ROUTES: Readonly<Record<string, RouteKind>> = {
  "app/(marketing)/methodology/v1.json/route.ts": "open",
  "app/api/audit/route.ts": "member",
  "app/api/auth/[...nextauth]/route.ts": "session",
  "app/api/export-org/route.ts": "member",
  "app/api/export/[table]/route.ts": "member",
  "app/api/health/route.ts": "open",
  "app/api/import/route.ts": "member",
  "app/api/inngest/route.ts": "functions",
  "app/api/operations/margin/route.ts": "operator",
  "app/api/raw-body/route.ts": "member",
  "app/api/reproduce/route.ts": "member",
  "app/api/trpc/[trpc]/route.ts": "router",
  "app/api/unavailable/route.ts": "open",
};

/** A way in from outside that may change something, and what makes its second copy change nothing. */
export interface InboundDoor {
  readonly door: string;
  /** The table and its key, or why none is needed. */
  readonly key: string;
  /** Whether its sender must give an Idempotency-Key, or why not: who creates a run or moves credits must. */
  readonly idempotencyKey: "required" | string;
  /** The test that sends the same through it twice; it names the door. */
  readonly shownBy: string;
}

export const INBOUND: readonly InboundDoor[] = [
  {
    door: "POST app/api/trpc/[trpc]/route.ts",
    key: "ops.idempotency_key (org_id, key) for runs; a panel by its newest prompts, a brand by its names and state, reading answers again by its row in progress, an org's own key by itself and what the provider said of it",
    idempotencyKey: "the router, whose mutations say it one by one",
    shownBy: "server/trpc/ways-in.db.test.ts",
  },
  {
    door: "POST app/api/import/route.ts",
    key: "tracking.imported_line (org_id, project_id, line_sha256), and ops.idempotency_key (org_id, key)",
    idempotencyKey: "required",
    shownBy: "e2e/flows/foreign-ids.e2e.ts",
  },
  {
    door: "scripts/import.ts",
    key: "tracking.imported_line (org_id, project_id, line_sha256)",
    idempotencyKey: "it makes one of its own for each start",
    shownBy: "server/trpc/ways-in.db.test.ts",
  },
  {
    door: "POST app/api/inngest/route.ts",
    key: "each step by its own: an ask's claim, tracking.raw_body (ask, lease), tracking.answer by ask, credits.settlement by ask, ops.outbox (org_id, idem_key)",
    idempotencyKey: "signed by the job server; the verbs have keys of the ledger's own",
    shownBy: "inngest/replayed-events.db.test.ts",
  },
  {
    door: "PUT app/api/inngest/route.ts",
    key: "none: it tells Inngest which functions there are, and writes nothing",
    idempotencyKey: "it changes nothing",
    shownBy: "inngest/replayed-events.db.test.ts",
  },
  {
    door: "scripts/worker.ts",
    key: "local_runtime.seen for 24 hours, and then as app/api/inngest",
    idempotencyKey: "signed by the job server; the verbs have keys of the ledger's own",
    shownBy: "inngest/replayed-events.db.test.ts",
  },
  {
    door: "POST app/api/auth/[...nextauth]/route.ts",
    key: "none: a session is a cookie, and nothing is written",
    idempotencyKey: "sessions, which hold no credits",
    shownBy: "e2e/flows/foreign-ids.e2e.ts",
  },
  {
    door: "app/(auth)/actions.ts",
    key: "identity.proof by the hash of a link, used once; a first org for who has none; a name by itself",
    idempotencyKey: "signing in and out",
    shownBy: "e2e/flows/foreign-ids.e2e.ts",
  },
  {
    door: "app/(auth)/invite/actions.ts",
    key: "tenancy.invite, whose row goes when it is accepted; tenancy.membership (org_id, user_id)",
    idempotencyKey: "joining an org",
    shownBy: "server/members/invites.db.test.ts",
  },
];

const METHODS = /\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;

export interface RouteFile {
  readonly file: string;
  readonly methods: readonly string[];
  readonly isMemberDoor: boolean;
  readonly isOperatorDoor: boolean;
}

/** Every route handler under `root`, with the methods that it exports. */
export async function readRouteFiles(root: string): Promise<RouteFile[]> {
  const files = (await filesUnder(root, "app")).filter((file) => /(^|\/)route\.tsx?$/.test(file));
  return Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(root, file), "utf8");
      const exported = source.match(/^export\b[^;=({]*(\{[^}]*\})?[^;=(]*/gm) ?? [];
      const methods = new Set(exported.flatMap((line) => line.match(METHODS) ?? []));
      return {
        file,
        methods: [...methods].toSorted(),
        isMemberDoor: /\basMember\(/.test(source),
        isOperatorDoor: /\basOperator\(/.test(source),
      };
    }),
  );
}

/** Every file under `root` whose functions a browser may call as server actions. */
export async function readServerActions(root: string): Promise<string[]> {
  const files = await filesUnder(root, "app");
  const sources = await Promise.all(files.map((file) => readFile(join(root, file), "utf8")));
  return files.filter((_, index) => /^\s*["']use server["']/m.test(sources[index] ?? ""));
}

async function filesUnder(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true });
  return entries
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .toSorted();
}
