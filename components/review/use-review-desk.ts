import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { useToast } from "@/components/ui/toast";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import type { ClaimedItemDto, DecideItemInput, Verdict } from "@/server/review/contract";
import { decisionWords } from "./review-words";

/** What was decided last, for what may follow from it. */
export interface LastDecision {
  readonly item: ClaimedItemDto;
  readonly brandIds: readonly BrandId[];
}

/**
 * One person's desk: an item at a time, claimed when the one before is done with. What is typed stays until the decision is
 * stored, so a refusal loses no note.
 */
export function useReviewDesk({ org, projectId }: { readonly org: string; readonly projectId: ProjectId }) {
  const { review } = useApi();
  const router = useRouter();
  const say = useToast();
  /** Undefined: not begun. Null: nothing waits for this person. */
  const [item, setItem] = useState<ClaimedItemDto | null>();
  const [note, setNote] = useState("");
  const [gold, setGold] = useState(false);
  const [last, setLast] = useState<LastDecision>();
  const claim = useMutation(
    review.claim.mutationOptions({
      onSuccess: (next) => {
        setItem(next);
        setNote("");
        setGold(false);
        router.refresh();
      },
    }),
  );
  const take = (itemId?: string) => claim.mutate({ org, projectId, ...(itemId && { itemId }) });
  const undo = useMutation(
    review.undo.mutationOptions({
      onSuccess: (_, { itemId }) => {
        setLast(undefined);
        say({ title: "Taken back. The fact is as it was." });
        take(itemId);
      },
    }),
  );
  const takeBack = (itemId: string) => undo.mutate({ org, itemId });
  const decide = useMutation(
    review.decide.mutationOptions({
      onSuccess: (_, { itemId, verdict, brandIds }) => {
        if (!item) return;
        const chosen = item.brands.filter((brand) => brandIds.includes(brand.brandId));
        setLast({ item, brandIds: chosen.map((brand) => brand.brandId) });
        say({
          title: decisionWords({
            ...item,
            brand: item.brand?.name ?? null,
            verdict,
            verdictBrands: chosen.map(({ name }) => name),
          }),
          undo: () => takeBack(itemId),
        });
        take();
      },
    }),
  );
  const skip = useMutation(review.skip.mutationOptions({ onSuccess: () => take() }));
  const answer = (verdict: Verdict, brandIds: readonly BrandId[] = []) => {
    if (!item) return;
    const said: DecideItemInput = {
      itemId: item.itemId,
      token: item.token,
      verdict,
      brandIds: [...brandIds],
      gold,
    };
    decide.mutate({ org, ...said, ...(note.trim() && { note }) });
  };
  return {
    item,
    note,
    setNote,
    gold,
    setGold,
    last,
    begin: () => take(),
    answer,
    skip: () => item && skip.mutate({ org, itemId: item.itemId, token: item.token }),
    takeBack,
    undoLast: () => last && takeBack(last.item.itemId),
    busy: [claim, decide, skip, undo].some((each) => each.isPending),
    error: claim.error ?? decide.error ?? skip.error ?? undo.error,
  };
}
