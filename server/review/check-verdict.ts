import { STANCES } from "@/server/extraction";
import { AppError } from "@/server/kernel/errors";
import type { BrandId } from "@/server/kernel/id";
import type { ReviewQuestion, Verdict } from "./contract";

const ANSWERS: Readonly<Record<ReviewQuestion, readonly Verdict[]>> = {
  named: ["yes", "no", "other"],
  stance: [...STANCES, "no", "other"],
  missed: ["no", "other"],
};

/** Says in words why a verdict is no answer to the item's question; undefined where it is one. */
export function checkVerdict(
  { question, brandId }: { readonly question: ReviewQuestion; readonly brandId: BrandId | null },
  { verdict, brandIds }: { readonly verdict: Verdict; readonly brandIds: readonly BrandId[] },
): AppError | undefined {
  const invalid = (words: string) => new AppError("invalid_input", words);
  if (!ANSWERS[question].includes(verdict)) return invalid("This is no answer to the question.");
  if (verdict !== "other")
    return brandIds.length === 0 ? undefined : invalid("Only “another brand” names brands.");
  if (brandIds.length === 0) return invalid("Choose which brand it is.");
  if (question !== "missed" && brandIds.length > 1) return invalid("One name is one brand’s: choose one.");
  if (brandId !== null && brandIds.includes(brandId)) return invalid("This is the brand in question itself.");
  return undefined;
}
