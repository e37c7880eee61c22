import { z } from "zod";
import * as id from "@/server/kernel/id";
import { SCENE_TOKEN } from "@/server/review/testing/queued-items";
import type { OrgScene } from "./org-scene";

/** What a field says of an org: which of its rows it names. */
type Naming = (scene: OrgScene) => unknown;

/** By the schema itself: ids are branded, and every use of a brand is the same object. */
const IDS = new Map<z.core.$ZodType, Naming>([
  [id.OrgId, (scene) => scene.orgId],
  [id.WorkspaceId, (scene) => scene.workspaceId],
  [id.ProjectId, (scene) => scene.projectId],
  [id.BrandId, (scene) => scene.rivalId],
  [id.PanelId, (scene) => scene.panelId],
  [id.PanelVersionId, (scene) => scene.panelVersionId],
  [id.PromptId, (scene) => scene.promptId],
  [id.RunId, (scene) => scene.runId],
  [id.AnswerId, (scene) => scene.answerId],
  [id.ReviewItemId, (scene) => scene.reviewed.open],
  [id.FactId, (scene) => scene.factId],
  [id.ScheduleId, (scene) => scene.scheduleId],
  [id.InviteId, (scene) => scene.inviteId],
  [id.UserId, (scene) => scene.owner.userId],
]);

/** Where a schema alone doesn't say which row is meant: names and addresses, and rows that have to be in a state. */
const NAMED_BY_PATH: Readonly<Record<string, Naming>> = {
  "projects.find.workspace": (scene) => scene.workspaceSlug,
  "projects.find.project": (scene) => scene.projectSlug,
  "projects.rename.workspace": (scene) => scene.workspaceSlug,
  "projects.rename.project": (scene) => scene.projectSlug,
  "projects.renameWorkspace.workspace": (scene) => scene.workspaceSlug,
  "panels.get.name": (scene) => scene.panelName,
  "panels.compare.name": (scene) => scene.panelName,
  "panels.restore.name": (scene) => scene.panelName,
  "brands.restore.brandId": (scene) => scene.archivedBrandId,
  "facts.restore.factId": (scene) => scene.archivedFactId,
  "review.decide.itemId": (scene) => scene.reviewed.toDecide,
  "review.skip.itemId": (scene) => scene.reviewed.toSkip,
  "review.undo.itemId": (scene) => scene.reviewed.decided,
  "schedules.resume.scheduleId": (scene) => scene.pausedScheduleId,
  "members.changeRole.userId": (scene) => scene.colleagueId,
  "members.remove.userId": (scene) => scene.colleagueId,
  "runs.cancel.runId": (scene) => scene.openRunId,
  "runs.retry.runId": (scene) => scene.failedRunId,
};

/** Fields of which not every value that the schema takes does something: an engine there is, words that answers hold. */
const VALUES_BY_FIELD: Readonly<Record<string, unknown>> = {
  // Of a prompt.
  "prompts.0.locale": "en-US",
  // Of a project that is being set up.
  "draft.locale": "en-US",
  locale: "en-US",
  "draft.domains.0": "made-up-shop.example",
  site: "made-up.example",
  engineIds: ["chatgpt"],
  engineId: "chatgpt",
  // Of a schedule.
  time: "08:30",
  timeZone: "UTC",
  month: "2026-11",
  // Of what is kept: neither too short nor nothing.
  rawBodyDays: 365,
  // Of a source: both scenes cite it.
  domain: "made-up.example",
  // Of a fact.
  value: { kind: "date", date: "2014" },
  sourceUrl: "https://made-up.example/facts",
  // Of a decision that names a brand, under the claim of the scene.
  verdict: "other",
  token: SCENE_TOKEN,
  alias: "would take",
  // Of an invitation.
  email: "invited@made-up.example",
  // Of the audit log.
  who: "system",
  action: "run.request",
  // Of the list of dead letters.
  letterId: "0198a000-0000-7000-8000-00000000dead",
  after: "2026-11-22 12:00:00+00~1",
};

/** The first that the schema takes is the value: it names no org's row, and a text is another one each time. */
const madeUp = () => [
  `made up ${crypto.randomUUID().slice(0, 8)}`,
  "made-up.example",
  "2025-10-01",
  "2025-10-01T09:00:00Z",
  1,
  0,
  0.5,
  true,
];

/** A way to fill a procedure's input: which optional field is there, and whose rows the fields name. */
export interface BuiltInput {
  readonly input: Record<string, unknown>;
  /** Fields that name a row, as "runId" or "cursor.answerId". */
  readonly naming: readonly string[];
}

/** Says for each field that names a row whose row it shall be. */
type Whose = (field: string) => OrgScene;

/**
 * Inputs of a procedure, by its schemas: one with what it needs, and one more for each optional field that names a row.
 * Throws, naming the field, where no value is known that the schema takes.
 */
export function buildInputs(path: string, schemas: readonly z.core.$ZodType[], whose: Whose): BuiltInput[] {
  const optional = new Set<string>();
  const build = (wanted: string | null): BuiltInput => {
    const naming: string[] = [];
    const builder: Builder = { path, wanted, whose, naming, optional };
    const parts = schemas.map((schema) => fieldValue(schema, [], builder));
    return { input: Object.assign({}, ...parts), naming };
  };
  return [build(null), ...[...optional].map(build)];
}

interface Builder {
  readonly path: string;
  /** The optional field that this input has; the others are left out. */
  readonly wanted: string | null;
  readonly whose: Whose;
  readonly naming: string[];
  readonly optional: Set<string>;
}

function fieldValue(schema: z.core.$ZodType, at: readonly string[], builder: Builder): unknown {
  const field = at.join(".");
  const naming = NAMED_BY_PATH[`${builder.path}.${field}`] ?? IDS.get(schema);
  if (naming) {
    builder.naming.push(field);
    return naming(builder.whose(field));
  }
  if (isLeftOut(schema)) return optionalValue(schema, at, builder);
  const made = VALUES_BY_FIELD[field];
  if (made !== undefined) return made;
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape).filter(
      ([key]) => key !== "org" || at.length > 0,
    );
    const entries = fields.map(([key, each]) => [key, fieldValue(each, [...at, key], builder)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (schema instanceof z.ZodPipe) return fieldValue(schema.in, at, builder);
  if (schema instanceof z.ZodArray) return [fieldValue(schema.element, [...at, "0"], builder)];
  if (schema instanceof z.ZodEnum) return schema.options[0];
  const value = madeUp().find((each) => z.safeParse(schema, each).success);
  if (value === undefined)
    throw new Error(`${builder.path}: no value is known for ${field}; add one to VALUES_BY_FIELD`);
  return value;
}

function isLeftOut(
  schema: z.core.$ZodType,
): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault {
  return [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault].some((kind) => schema instanceof kind);
}

/** Left out, unless it is wanted; what names a row in it is noted, so that an input with it is built, too. */
function optionalValue(
  schema: z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault,
  at: readonly string[],
  builder: Builder,
): unknown {
  const field = at.join(".");
  const inner = schema.unwrap();
  if (builder.wanted === field) return fieldValue(inner, at, builder);
  const tried: string[] = [];
  fieldValue(inner, at, { ...builder, naming: tried });
  if (tried.length > 0) builder.optional.add(field);
  return undefined;
}
