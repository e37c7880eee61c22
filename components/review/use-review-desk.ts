import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { useToast } from "@/components/ui/toast";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import type { ClaimedItemDto, Verdict } from "@/server/review/contract";
import { decisionWords } from "./review-words";

/** What was decided last, for what may follow from it. */
export interface LastDecision {
  readonly item: ClaimedItemDto;
  readonly brandIds: readonly BrandId[];
}

/** What is put beside a verdict. */
export interface Draft {
  readonly note: string;
  /** Keep it as an example of what is right. */
  readonly gold: boolean;
}

const EMPTY: Draft = { note: "", gold: false };

/**
 * One person's desk: an item at a time, claimed when the one before is done with. A draft is its item's own, so neither a
 * refusal nor another item in between loses it.
 */
export function useReviewDesk({ org, projectId }: { readonly org: string; readonly projectId: ProjectId }) {
  const { review } = useApi();
  const router = useRouter();
  const say = useToast();
  /** Undefined: not begun. Null: nothing waits for this person. */
  const [item, setItem] = useState<ClaimedItemDto | null>();
  const [drafts, setDrafts] = useState<Readonly<Record<string, Draft>>>({});
  const [last, setLast] = useState<LastDecision>();
  const draft = drafts[item?.itemId ?? ""] ?? EMPTY;
  const claim = useMutation(
    review.claim.mutationOptions({
      onSuccess: (next) => {
        setItem(next);
        for (const done of [decide, skip, undo]) done.reset();
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
        const brand = item.brand?.name ?? null;
        const verdictBrands = chosen.map(({ name }) => name);
        say({
          title: decisionWords({ question: item.question, brand, verdict, verdictBrands }),
          undo: () => takeBack(itemId),
        });
        take();
      },
    }),
  );
  const skip = useMutation(review.skip.mutationOptions({ onSuccess: () => take() }));
  const error = claim.error ?? decide.error ?? skip.error ?? undo.error;
  return {
    item,
    draft,
    change: (changed: Partial<Draft>) =>
      item && setDrafts({ ...drafts, [item.itemId]: { ...draft, ...changed } }),
    last,
    /** The next item that waits. */
    next: () => take(),
    answer(verdict: Verdict, brandIds: readonly BrandId[] = []) {
      if (!item) return;
      const { itemId, token } = item;
      const note = draft.note.trim();
      decide.mutate({
        org,
        itemId,
        token,
        verdict,
        brandIds: [...brandIds],
        gold: draft.gold,
        ...(note && { note }),
      });
    },
    skip: () => item && skip.mutate({ org, itemId: item.itemId, token: item.token }),
    takeBack,
    undoLast: () => last && takeBack(last.item.itemId),
    busy: [claim, decide, skip, undo].some((each) => each.isPending),
    error,
    /** Somebody else has this item by now: nothing more can be said about it here. */
    lost: error?.data?.refusal?.code === "lease_lost",
  };
}
