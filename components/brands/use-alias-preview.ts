import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type ApiError, useApi } from "@/components/api/use-api";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import type { AliasPreviewDto } from "@/server/projects/contract";

const WAIT_MS = 400;

/** A brand as it stands in the form. */
export interface BrandDraft {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly brandId: BrandId | undefined;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
}

export type AliasPreview =
  | { readonly state: "none" | "reading" }
  | { readonly state: "failed"; readonly error: ApiError }
  | { readonly state: "read"; readonly preview: AliasPreviewDto };

/** What `alias` would do, asked for when the typing pauses; the answer to the last question counts, whenever it comes. */
export function useAliasPreview({ brandId, ...draft }: BrandDraft, alias: string): AliasPreview {
  const { mutate, data, error, variables } = useMutation(useApi().brands.previewAlias.mutationOptions());
  const wanted = alias.trim();
  const input = { ...draft, aliases: [...draft.aliases], domains: [...draft.domains], alias: wanted };
  const asked = brandId ? { ...input, brandId } : input;
  const question = JSON.stringify(asked);
  const current = useRef(asked);
  current.current = asked;
  useEffect(() => {
    if (wanted === "" || question === "") return;
    const timer = setTimeout(() => mutate(current.current), WAIT_MS);
    return () => clearTimeout(timer);
  }, [wanted, question, mutate]);
  if (wanted === "") return { state: "none" };
  if (JSON.stringify(variables) !== question) return { state: "reading" };
  if (error) return { state: "failed", error };
  return data ? { state: "read", preview: data } : { state: "reading" };
}
