import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiError, useApi } from "@/components/api/use-api";
import { addDomains } from "@/components/brands/domain-field";
import type { SetupDraft, StartPromptsDto } from "@/server/onboarding/contract";
import { startPath } from "./start-path";
import { withName } from "./with-name";

/** What is typed into the fields of tokens and not added yet: it counts when the form is sent. */
const NOTHING_TYPED = { aliases: "", domains: "", rivals: "" };

/** The draft as it is edited, and what can be done with it. Whatever is refused, nothing of it is lost. */
export function useSetupDraft(org: string, initial: SetupDraft, workspace: string | undefined) {
  const [draft, setDraft] = useState(initial);
  const [typed, setTyped] = useState(NOTHING_TYPED);
  // Prompts that were suggested and left as they were make way for others; what a person wrote stays.
  const [suggested, setSuggested] = useState(() => new Set(initial.prompts.map(({ text }) => text)));
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const change = (changed: Partial<SetupDraft>) => setDraft((now) => ({ ...now, ...changed }));
  const type = (changed: Partial<typeof NOTHING_TYPED>) => setTyped((now) => ({ ...now, ...changed }));

  /** With what is typed and was never added: nobody has to know that there is a button for it. */
  const whole = (): SetupDraft => ({
    ...draft,
    aliases: withName(draft.aliases, typed.aliases),
    domains: addDomains(draft.domains, typed.domains).domains,
    rivals: withName(draft.rivals, typed.rivals),
  });

  const suggest = useMutation<StartPromptsDto, ApiError, void>({
    mutationFn: () => {
      const { name, category, rivals, locale } = whole();
      const wanted = { org, name, category, rivals: rivals.map((rival) => rival.slice(0, 100)), locale };
      return queries.fetchQuery(api.start.suggestPrompts.queryOptions(wanted));
    },
    onSuccess: ({ prompts }) => {
      const kept = draft.prompts.filter(({ text }) => text.trim() !== "" && !suggested.has(text));
      const held = new Set(kept.map(({ text }) => text));
      change({ prompts: [...kept, ...prompts.filter(({ text }) => !held.has(text))] });
      setSuggested(new Set(prompts.map(({ text }) => text)));
    },
  });
  const save = useMutation(api.start.save.mutationOptions({ onSuccess: () => router.push(`/${org}`) }));
  const finish = useMutation(
    api.start.finish.mutationOptions({
      onSuccess: (made) => {
        router.push(startPath({ org, ...made }));
        router.refresh();
      },
    }),
  );
  const busy = save.isPending || finish.isPending || finish.isSuccess;
  return {
    draft,
    typed,
    change,
    type,
    suggest,
    save,
    finish,
    busy,
    whole,
    keep: () => save.mutate({ org, draft: whole() }),
    send: () => finish.mutate({ org, draft: whole(), ...(workspace !== undefined && { workspace }) }),
  };
}
