import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type {
  AskId,
  PanelVersionId,
  ProjectId,
  PromptId,
  ReservationId,
  RunId,
} from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { tracking } from "./namespace";
import { panelVersion, prompt } from "./panels";

export type RunState =
  | "requested"
  | "waiting_for_credits"
  | "asking"
  | "closing"
  | "complete"
  | "partial"
  | "failed"
  | "cancelled";

export type AskState = "planned" | "claimed" | "answered" | "failed" | "orphaned" | "cancelled";

export type Surface = "api" | "serp" | "capture";

/** What a run asks, and at what price: one entry an engine. `surface` is what its answers are stored under. */
export interface GridEngine {
  readonly engineId: string;
  readonly surface: Surface;
  readonly credits: number;
  readonly noAnswerShownCredits: number;
}

/** One execution of a panel version over some engines with some repeats. */
export const run = tracking.table(
  "run",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<RunId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    panelVersionId: uuid().notNull().$type<PanelVersionId>(),
    kind: text().notNull().$type<"ask" | "import">(),
    state: text().notNull().$type<RunState>(),
    grid: jsonb().notNull().$type<readonly GridEngine[]>(),
    repeats: integer().notNull(),
    priceVersion: integer().notNull(),
    priceCredits: bigint({ mode: "number" }).notNull(),
    /** Set when the price is reserved. The key to it stands on the reservation's side, which names its run. */
    reservationId: uuid().$type<ReservationId>(),
    sandbox: boolean().notNull(),
    /** The two are from before ops.idempotency_key: nobody writes or reads them any more. */
    idemKey: text(),
    fingerprint: text(),
    failure: text(),
    /** The run whose failed asks this one asks again; a run is retried once (its retry may be, too). */
    retryOf: uuid().$type<RunId>(),
    observedAt: instant().notNull(),
    requestedAt: createdAt(),
    closedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    foreignKey({
      columns: [t.orgId, t.panelVersionId],
      foreignColumns: [panelVersion.orgId, panelVersion.id],
    }),
    foreignKey({ columns: [t.orgId, t.retryOf], foreignColumns: [t.orgId, t.id] }),
    unique("run_idem_key").on(t.orgId, t.idemKey),
    uniqueIndex("run_retry_key").on(t.orgId, t.retryOf),
    index("run_project_idx").on(t.orgId, t.projectId, t.observedAt),
    ...tenantPolicy(),
  ],
);

/** One paid provider call: the unit of claim and of money. `calls` counts the purchases that may have been paid for. */
export const ask = tracking.table(
  "ask",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<AskId>(),
    runId: uuid().notNull().$type<RunId>(),
    promptId: uuid().notNull().$type<PromptId>(),
    engineId: text().notNull(),
    surface: text().notNull().$type<Surface>(),
    locale: text().notNull(),
    repeat: integer().notNull(),
    /** The moment that the answer stands for: simulated in a sandbox, the capture's own in an import. */
    observedAt: instant().notNull(),
    credits: integer().notNull(),
    state: text().notNull().$type<AskState>(),
    calls: integer().notNull().default(0),
    leaseToken: uuid(),
    leaseUntil: instant(),
    /** What its latest call holds against the platform's ceilings, in micros, and on which UTC day; null: nothing. */
    heldMicros: bigint({ mode: "number" }),
    heldOn: date(),
    /** When its first try began; null while none has failed. The ask's budget of time is counted from here. */
    triedSince: instant(),
    failure: text(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.runId], foreignColumns: [run.orgId, run.id] }),
    foreignKey({ columns: [t.orgId, t.promptId], foreignColumns: [prompt.orgId, prompt.id] }),
    unique("ask_cell_key").on(t.orgId, t.runId, t.promptId, t.engineId, t.surface, t.locale, t.repeat),
    index("ask_open_idx").on(t.orgId, t.runId).where(sql`state in ('planned', 'claimed')`),
    index("ask_cell_idx").on(t.orgId, t.promptId, t.engineId, t.observedAt),
    check("ask_claim_has_lease", sql`(state = 'claimed') = (lease_token is not null)`),
    ...tenantPolicy(),
  ],
);
