import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { type ApiError, useApi } from "@/components/api/use-api";
import { useToast } from "@/components/ui/toast";
import { cleanText } from "./clean-text";
import {
  type DraftPrompt,
  type DraftRow,
  type Edit,
  noEdits,
  promptOf,
  rowsOf,
  withEdit,
  withRowBack,
} from "./panel-draft";
import type { EditedPanel } from "./panel-editor";
import { usePanelDraft } from "./use-panel-draft";

/** The edits of a panel and what can be done with them. A conflict loses none: the page is read again, and they stay on top. */
export function usePanelEditor({ address, projectId, name, version, prompts }: EditedPanel) {
  const router = useRouter();
  const say = useToast();
  const storageKey = ["panel", address.org, address.workspace, address.project, name].join("/");
  const [savedAs, setSavedAs] = useState(0);
  const draft = usePanelDraft(storageKey, version, savedAs > 0);
  // From the save to the moment when the page has the new version, the edits still stand on the old one.
  const isSaved = savedAs > 0 && version >= savedAs;
  const edits = useMemo(() => (isSaved ? noEdits(version) : draft.edits), [isSaved, version, draft.edits]);
  if (isSaved) {
    setSavedAs(0);
    draft.reset(noEdits(version));
  }
  const rows = useMemo(() => rowsOf(prompts, edits), [prompts, edits]);

  // What rows call must stay the same function, or a thousand of them are drawn again at each key.
  const current = useRef({ prompts, version, draft, say });
  current.current = { prompts, version, draft, say };
  const edit = useCallback((change: Edit) => {
    const now = current.current;
    now.draft.setEdits((before) => {
      const isFirst = before.removed.length + before.added.length + Object.keys(before.changed).length === 0;
      return withEdit(now.prompts, isFirst ? noEdits(now.version) : before, change);
    });
  }, []);
  const remove = useCallback(
    (row: DraftRow) => {
      edit({ kind: "remove", id: row.id });
      if (row.text === "") return;
      current.current.say({
        title: "Prompt removed",
        description: row.text.length > 80 ? `${row.text.slice(0, 80)}…` : row.text,
        undo: () => {
          const { draft: now, prompts: base } = current.current;
          now.setEdits((edits) => withRowBack(base, edits, row));
        },
      });
    },
    [edit],
  );
  /** Returns the ids of their rows. */
  const add = (added: readonly DraftPrompt[]): string[] => {
    const made = added.map((prompt) => ({ ...prompt, id: newRowId() }));
    edit({ kind: "add", prompts: made });
    return made.map(({ id }) => id);
  };

  const saving = useMutation(
    useApi().panels.save.mutationOptions({
      onSuccess: ({ version: now, unchanged }) => {
        setSavedAs(now);
        say({ title: unchanged ? `Version ${now} asks just that already.` : `Saved as version ${now}.` });
        router.refresh();
      },
      onError: (error) => {
        if (isOvertaken(error)) router.refresh();
      },
    }),
  );
  const save = () =>
    saving.mutate({
      org: address.org,
      projectId,
      name,
      baseVersion: version,
      prompts: rows.flatMap((row) => {
        const text = cleanText(row.text);
        return text === "" ? [] : [{ ...promptOf(row), text, tags: [...row.tags] }];
      }),
    });
  const discard = () => {
    saving.reset();
    draft.reset(noEdits(version));
    say({ title: "Changes discarded", undo: () => current.current.draft.reset(edits) });
  };
  return {
    rows,
    edits,
    broughtBack: draft.broughtBack,
    edit,
    remove,
    add,
    save,
    discard,
    saving: saving.isPending || savedAs > 0,
    // An overtaken save has done its work once the newer version is here: what it means is said of the edits then.
    error: isOvertaken(saving.error) && edits.base < version ? null : saving.error,
  };
}

function isOvertaken(error: ApiError | null): boolean {
  return error?.data?.refusal?.code === "conflict";
}

let made = 0;

/** Unlike any hash, and any id of an earlier visit. */
function newRowId(): string {
  made += 1;
  return `new ${Date.now()} ${made}`;
}
