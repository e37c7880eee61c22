"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { BrandId, ProjectId } from "@/server/kernel/id";

interface Props {
  readonly org: string;
  readonly projectId: ProjectId;
  readonly brandId: BrandId;
  readonly name: string;
  readonly archived: boolean;
}

/** Puts a rival away, or takes it back. Either can be undone with the other. */
export function ArchiveButton({ org, projectId, brandId, name, archived }: Props) {
  const router = useRouter();
  const say = useToast();
  const api = useApi();
  const place = { org, projectId, brandId };
  const restore = useMutation(
    api.brands.restore.mutationOptions({
      onSuccess: () => {
        say({ title: `${name} is matched again, in answers from now on.` });
        router.refresh();
      },
      onError: ({ message }) => say({ title: `${name} was not restored.`, description: message }),
    }),
  );
  const archive = useMutation(
    api.brands.archive.mutationOptions({
      onSuccess: () => {
        say({
          title: `${name} is archived.`,
          description: "Answers from now on are read without it. What it was found in stays.",
          undo: () => restore.mutate(place),
        });
        router.refresh();
      },
    }),
  );
  const { mutate, isPending, error } = archived ? restore : archive;
  return (
    <>
      <Button look={archived ? "quiet" : "plain"} size="small" busy={isPending} onClick={() => mutate(place)}>
        {archived ? "Restore" : "Archive"}
        <span className="sr-only"> {name}</span>
      </Button>
      {error && (
        <p role="alert" className="basis-full text-danger text-sm">
          {error.message}
        </p>
      )}
    </>
  );
}
