import { v7 } from "uuid";
import { z } from "zod";

/** Branded ids: a RunId can't be passed where an AskId is wanted. All are UUIDv7, so they sort by time of making. */
export const OrgId = z.uuid().brand<"OrgId">();
export const UserId = z.uuid().brand<"UserId">();
export const WorkspaceId = z.uuid().brand<"WorkspaceId">();
export const ProjectId = z.uuid().brand<"ProjectId">();
export const BrandId = z.uuid().brand<"BrandId">();
export const PanelId = z.uuid().brand<"PanelId">();
export const PanelVersionId = z.uuid().brand<"PanelVersionId">();
export const PromptId = z.uuid().brand<"PromptId">();
export const RunId = z.uuid().brand<"RunId">();
export const AskId = z.uuid().brand<"AskId">();
export const AnswerId = z.uuid().brand<"AnswerId">();
export const ReservationId = z.uuid().brand<"ReservationId">();
export const ReviewItemId = z.uuid().brand<"ReviewItemId">();
export const FactId = z.uuid().brand<"FactId">();
export const ScheduleId = z.uuid().brand<"ScheduleId">();
export const RecomputeId = z.uuid().brand<"RecomputeId">();
export const InviteId = z.uuid().brand<"InviteId">();

export type OrgId = z.infer<typeof OrgId>;
export type UserId = z.infer<typeof UserId>;
export type WorkspaceId = z.infer<typeof WorkspaceId>;
export type ProjectId = z.infer<typeof ProjectId>;
export type BrandId = z.infer<typeof BrandId>;
export type PanelId = z.infer<typeof PanelId>;
export type PanelVersionId = z.infer<typeof PanelVersionId>;
export type PromptId = z.infer<typeof PromptId>;
export type RunId = z.infer<typeof RunId>;
export type AskId = z.infer<typeof AskId>;
export type AnswerId = z.infer<typeof AnswerId>;
export type ReservationId = z.infer<typeof ReservationId>;
export type ReviewItemId = z.infer<typeof ReviewItemId>;
export type FactId = z.infer<typeof FactId>;
export type ScheduleId = z.infer<typeof ScheduleId>;
export type RecomputeId = z.infer<typeof RecomputeId>;
export type InviteId = z.infer<typeof InviteId>;

/** A new id of the kind that the context asks for: `const runId = newId<RunId>()`. */
export function newId<Id extends string>(): Id {
  return v7() as Id;
}
