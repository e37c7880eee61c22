import { isDeepStrictEqual } from "node:util";
import { withTenant } from "@/db/tenant";
import { mayActAs } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { type FactId, newId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { addVersion } from "./add-version";
import { MAX_FACTS, SaveFactInput } from "./contract";
import { keyOf, wordsIn } from "./rules/words";
import { type FactRow, readSheet, readSheetBrand, type Sheet } from "./sheet-rows";

export interface SavedFact {
  readonly factId: FactId;
  readonly version: number;
  /** It said exactly this already. */
  readonly unchanged: boolean;
}

/**
 * Adds a fact to a brand's sheet, or a version of one. Refused in words: what the sheet says already, a fact that is
 * archived or that somebody changed since `version`, more than MAX_FACTS. What was held against an older version keeps it.
 */
export async function saveFact(input: SaveFactInput): Promise<Result<SavedFact>> {
  if (!mayActAs("member")) return err(forbidden("change facts"));
  const parsed = parseInput(SaveFactInput, input);
  if (!parsed.ok) return parsed;
  const { brandId, factId, version, ...rest } = parsed.value;
  const wanted = { ...rest, archived: false };
  return withTenant<SavedFact>(async (tx) => {
    const brand = await readSheetBrand(tx, brandId, { lock: true });
    if (!brand) return err(notFound("brand"));
    const sheet = await readSheet(tx, brandId);
    const current = sheet.facts.find((fact) => fact.factId === factId);
    if (factId !== undefined && !current) return err(notFound("fact"));
    if (current && isSame(current, wanted))
      return ok({ factId: current.factId, version: current.version, unchanged: true });
    const refusal = current ? refuseChange(current, version) : refuseAddition(sheet);
    if (refusal) return err(refusal);
    const twin = sheet.facts.find((fact) => !fact.archived && fact !== current && saysSame(fact, wanted));
    if (twin)
      return err(
        new AppError("conflict", `The sheet says so already: “${twin.statement}”. Change that one.`),
      );
    const id = current?.factId ?? newId<FactId>();
    const added = await addVersion(tx, brand, sheet, id, wanted, current ? "fact.change" : "fact.add");
    return ok({ factId: id, version: added, unchanged: false });
  });
}

type Wanted = Omit<FactRow, "factId" | "version" | "savedAt">;

function isSame(current: FactRow, wanted: Wanted): boolean {
  const { factId: _id, version: _version, savedAt: _at, ...held } = current;
  return isDeepStrictEqual({ ...held }, { ...wanted });
}

function saysSame(fact: FactRow, wanted: Wanted): boolean {
  const words = (text: string) =>
    wordsIn(text)
      .map(({ key }) => keyOf(key))
      .join(" ");
  return fact.topic === wanted.topic && words(fact.statement) === words(wanted.statement);
}

function refuseChange(current: FactRow, version: number | undefined): AppError | undefined {
  if (current.archived) return new AppError("conflict", "This fact is archived. Restore it, then change it.");
  if (version !== undefined && version !== current.version) {
    const words =
      "Somebody else changed this fact while you edited it. Nothing was overwritten: look at it now, and save again.";
    return new AppError("conflict", words, { overtaken: true });
  }
  return undefined;
}

/** In words, where the sheet is full. */
export function refuseAddition({ facts }: Sheet): AppError | undefined {
  if (facts.filter(({ archived }) => !archived).length < MAX_FACTS) return undefined;
  return new AppError(
    "conflict",
    `A sheet has ${MAX_FACTS} facts at most. Archive some that no longer matter.`,
  );
}
