"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useApi } from "@/components/api/use-api";
import { projectPath } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { PanelPlace } from "./version-history";

/** Saves an older version as the next one. Edits that aren't saved stay as they are, on top of it. */
export function RestoreButton({
  address,
  projectId,
  name,
  version,
  newest,
  onDone,
}: PanelPlace & { version: number; newest: number; onDone?: () => void }) {
  const router = useRouter();
  const say = useToast();
  const { mutate, isPending, error } = useMutation(
    useApi().panels.restore.mutationOptions({
      onSuccess: ({ version: made, unchanged }) => {
        say({
          title: unchanged
            ? `Version ${made} asks the same as version ${version}.`
            : `Version ${version} was saved again as version ${made}.`,
        });
        onDone?.();
        router.push(`${projectPath(address, "prompts")}?${new URLSearchParams({ panel: name })}`);
        router.refresh();
      },
    }),
  );
  return (
    <>
      <Button
        look="quiet"
        size="small"
        busy={isPending}
        onClick={() => mutate({ org: address.org, projectId, name, version, baseVersion: newest })}
      >
        Restore as version {newest + 1}
      </Button>
      {error && (
        <p role="alert" className="w-full text-danger text-sm">
          {error.message}
        </p>
      )}
    </>
  );
}
