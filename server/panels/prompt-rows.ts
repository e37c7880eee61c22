import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { newId, type PanelVersionId, type PromptId } from "@/server/kernel/id";
import type { PromptInput } from "./contract";

export type PromptRow = typeof prompt.$inferSelect;

/** What makes two prompts the same question over versions: their text, folded for Unicode form and outer space only. */
export function promptHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFC").trim()).digest("hex");
}

/** A statement takes 65,535 parameters at most, and a row has eight. */
const ROWS_PER_INSERT = 5_000;

/** Writes the prompts of a version in their order, and returns their ids in the same order. */
export async function insertPrompts(
  tx: TenantTransaction,
  panelVersionId: PanelVersionId,
  prompts: readonly z.output<typeof PromptInput>[],
): Promise<PromptId[]> {
  const { orgId } = requireContext();
  const rows = prompts.map(({ text, intent, tags }, ordinal) => ({
    orgId,
    id: newId<PromptId>(),
    panelVersionId,
    ordinal,
    text,
    hash: promptHash(text),
    intent,
    tags,
  }));
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx.insert(prompt).values(rows.slice(from, from + ROWS_PER_INSERT));
  }
  return rows.map(({ id }) => id);
}

/** The prompts of a version in their order. */
export async function readPrompts(
  tx: TenantTransaction,
  panelVersionId: PanelVersionId,
): Promise<PromptRow[]> {
  const { orgId } = requireContext();
  return tx
    .select()
    .from(prompt)
    .where(and(eq(prompt.orgId, orgId), eq(prompt.panelVersionId, panelVersionId)))
    .orderBy(asc(prompt.ordinal));
}
