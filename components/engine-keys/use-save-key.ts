import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { useToast } from "@/components/ui/toast";
import type { KeyProviderDto } from "@/server/engine-keys/contract";

/**
 * What is typed for one provider, and what saving it says. The key is kept nowhere but in the field: closing the form, and
 * a key that was saved, forget it.
 */
export function useSaveKey(org: string, { provider, label, hasLogin }: KeyProviderDto) {
  const router = useRouter();
  const say = useToast();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState({ login: "", secret: "" });
  const saving = useMutation(
    useApi().engineKeys.save.mutationOptions({
      gcTime: 0,
      onSuccess: ({ check, key }) => {
        show(false);
        const title =
          key.state === "untested"
            ? `The key of ${label} is saved, not tested.`
            : `The key of ${label} is saved.`;
        say({ title, description: check.words });
        router.refresh();
      },
    }),
  );
  const show = (next: boolean) => {
    setOpen(next);
    setTyped({ login: "", secret: "" });
    saving.reset();
  };
  const save = (keepRefused: boolean) => {
    const { login, secret } = typed;
    saving.mutate({ org, provider, secret, keepRefused, ...(hasLogin && { login }) });
  };
  const type = (field: keyof typeof typed, text: string) => {
    setTyped((before) => ({ ...before, [field]: text }));
    if (saving.isError) saving.reset();
  };
  const problem = (field: keyof typeof typed) =>
    saving.error?.data?.refusal?.problems.find((each) => each.field === field)?.problem;
  return { open, show, typed, type, save, saving, problem };
}
