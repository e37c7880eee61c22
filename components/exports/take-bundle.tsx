"use client";

import { useMutation } from "@tanstack/react-query";
import { FileCheck } from "lucide-react";
import { RouteError } from "@/components/api/route-error";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { ScreenFilter } from "./export-query";
import { fetchBundle } from "./fetch-bundle";

interface Props {
  readonly address: ProjectAddress;
  /** The overview's own filter, so that the bundle holds the numbers that stand there. */
  readonly filter: ScreenFilter;
}

/** Takes away what the numbers of this page are computed from, with a script that computes them again. */
export function TakeBundle({ address, filter }: Props) {
  const say = useToast();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => fetchBundle(address, filter),
    onSuccess: ({ name, zip }) => {
      save(name, zip);
      say({
        title: "Every number of this page, to recompute",
        description: "Unpack the zip and run: node recompute.mjs",
      });
    },
  });
  return (
    <div className="flex max-w-72 flex-col items-start gap-2 sm:items-end">
      <Button look="quiet" size="small" busy={isPending} onClick={() => mutate()}>
        <FileCheck size={15} aria-hidden="true" />
        {isPending ? "Collecting answers…" : "Reproduce"}
        <span className="sr-only"> these numbers: answers, hashes and a script as a zip</span>
      </Button>
      {error && (
        <p role="alert" className="text-danger text-sm sm:text-right">
          {error.message}
          {error instanceof RouteError && error.requestId && ` Request id ${error.requestId}.`}
        </p>
      )}
    </div>
  );
}

/** Some browsers read the file only after the click. */
const KEPT_MS = 60_000;

function save(name: string, zip: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(zip);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
