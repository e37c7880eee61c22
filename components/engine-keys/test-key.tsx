"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { EngineKeyInput } from "@/server/engine-keys/contract";

/** Asks the provider whether it still knows the key, and says what it said. */
export function TestKey({ org, provider, label }: { org: string; label: string } & EngineKeyInput) {
  const router = useRouter();
  const say = useToast();
  const { mutate, isPending } = useMutation(
    useApi().engineKeys.test.mutationOptions({
      onSuccess: ({ check }) => {
        say({ title: check.words });
        router.refresh();
      },
      onError: ({ message }) => say({ title: `The key of ${label} was not tested.`, description: message }),
    }),
  );
  return (
    <Button look="plain" size="small" busy={isPending} onClick={() => mutate({ org, provider })}>
      {isPending ? "Testing" : "Test"}
      <span className="sr-only"> the key of {label}</span>
    </Button>
  );
}
