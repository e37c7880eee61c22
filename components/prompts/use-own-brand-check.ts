import { useMutation } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useApi } from "@/components/api/use-api";
import type { ProjectId } from "@/server/kernel/id";
import { textKey } from "./clean-text";
import type { DraftRow } from "./panel-draft";
import { PROMPT_LIMITS } from "./prompt-limits";

const WAIT_MS = 600;

/** For rows that aren't saved yet: asks the server, once a text, whether they name the own brand. Silent when it can't. */
export function useOwnBrandCheck(
  { org, projectId }: { readonly org: string; readonly projectId: ProjectId },
  rows: readonly DraftRow[],
): ReadonlyMap<string, boolean> {
  const [known, setKnown] = useState<ReadonlyMap<string, boolean>>(new Map());
  const { mutate } = useMutation(useApi().panels.check.mutationOptions());
  const unknown = useMemo(() => {
    const texts = rows.flatMap(({ text, namesOwnBrand }) =>
      namesOwnBrand === undefined ? [textKey(text)] : [],
    );
    const fits = (text: string) => text !== "" && text.length <= PROMPT_LIMITS.promptCharacters;
    return [...new Set(texts)].filter((text) => fits(text) && !known.has(text));
  }, [rows, known]);
  useEffect(() => {
    if (unknown.length === 0) return;
    const texts = unknown.slice(0, PROMPT_LIMITS.panelPrompts);
    const timer = setTimeout(() => {
      mutate(
        { org, projectId, texts },
        {
          onSuccess: ({ namesOwnBrand }) =>
            setKnown(
              (now) =>
                new Map([...now, ...texts.map((text, at) => [text, namesOwnBrand[at] ?? false] as const)]),
            ),
        },
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [unknown, mutate, org, projectId]);
  return known;
}
