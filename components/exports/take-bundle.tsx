"use client";

import { FileCheck } from "lucide-react";
import { useState } from "react";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { BundleRefusal, fetchBundle } from "./fetch-bundle";

interface Props {
  readonly address: ProjectAddress;
  /** The overview's own filter, so that the bundle holds the numbers that stand there. */
  readonly filter: Readonly<Record<string, string | undefined>>;
}

/** Takes away what the numbers of this page are computed from, with a script that computes them again. */
export function TakeBundle({ address, filter }: Props) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const say = useToast();
  const take = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const { name, zip } = await fetchBundle(address, filter);
      save(name, zip);
      say({
        title: "Every number of this page, to recompute",
        description: "Unpack the zip and run: node recompute.mjs",
      });
    } catch (error) {
      if (!(error instanceof BundleRefusal)) throw error;
      setRefused(error.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button look="quiet" size="small" busy={busy} onClick={() => void take()}>
        <FileCheck size={15} aria-hidden="true" />
        {busy ? "Collecting answers…" : "Reproduce"}
        <span className="sr-only"> these numbers: answers, hashes and a script as a zip</span>
      </Button>
      {refused && (
        <p role="alert" className="basis-full text-danger text-sm">
          {refused}
        </p>
      )}
    </>
  );
}

function save(name: string, zip: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(zip);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
