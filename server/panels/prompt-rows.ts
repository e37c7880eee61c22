import { createHash } from "node:crypto";
import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { newId, type PanelVersionId, type PromptId } from "@/server/kernel/id";
import { DEFAULT_LOCALE, type PromptInput, type PromptMarks } from "./contract";

export type PromptRow = typeof prompt.$inferSelect;

/**
 * What makes two prompts the same question over versions: their text, folded for Unicode form and outer space only, and
 * their locale, which stands before it unless it is the one that prompts had before there was a choice.
 */
export function promptHash(text: string, locale = DEFAULT_LOCALE): string {
  const key = text.normalize("NFC").trim();
  const asked = locale === DEFAULT_LOCALE ? key : `${locale}\n${key}`;
  return createHash("sha256").update(asked).digest("hex");
}

/** What is set of a prompt, of a row or a draft that holds more. */
export function marksOf({ intent, tags, topic, persona, stage, locale }: PromptMarks): PromptMarks {
  return { intent, tags, topic, persona, stage, locale };
}

/** A statement takes 65,535 parameters at most, and a row has twelve. */
const ROWS_PER_INSERT = 5_000;

/** Writes the prompts of a version in their order, and returns their ids in the same order. */
export async function insertPrompts(
  tx: TenantTransaction,
  panelVersionId: PanelVersionId,
  prompts: readonly z.output<typeof PromptInput>[],
): Promise<PromptId[]> {
  const { orgId } = requireContext();
  const rows = prompts.map((each, ordinal) => ({
    orgId,
    id: newId<PromptId>(),
    panelVersionId,
    ordinal,
    text: each.text,
    hash: promptHash(each.text, each.locale),
    ...marksOf(each),
    tags: each.tags,
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
