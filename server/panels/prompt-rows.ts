import { createHash } from "node:crypto";
import type { z } from "zod";
import { prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { newId, type PanelVersionId, type PromptId } from "@/server/kernel/id";
import type { PromptInput } from "./contract";

/** What makes two prompts the same question over versions: their text, folded for Unicode form and outer space only. */
export function promptHash(text: string): string {
  return createHash("sha256").update(text.normalize("NFC").trim()).digest("hex");
}

/** Writes the prompts of a version in their order, and returns their ids in the same order. */
export async function insertPrompts(
  tx: TenantTransaction,
  panelVersionId: PanelVersionId,
  prompts: readonly z.output<typeof PromptInput>[],
): Promise<PromptId[]> {
  const { orgId } = requireContext();
  const rows = prompts.map(({ text, intent }, ordinal) => ({
    orgId,
    id: newId<PromptId>(),
    panelVersionId,
    ordinal,
    text,
    hash: promptHash(text),
    intent,
  }));
  await tx.insert(prompt).values(rows);
  return rows.map(({ id }) => id);
}
