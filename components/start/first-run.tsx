"use client";

import { useRouter } from "next/navigation";
import { StartRunForm } from "@/components/runs/start-run-form";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Notice } from "@/components/ui/notice";
import type { RunOptionsDto } from "@/server/runs/contract";
import { firstRepeats } from "./first-repeats";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: string;
  readonly options: RunOptionsDto;
}

/** Engines and repeats of the first run, with its price and what it can tell. */
export function FirstRun({ address, projectId, options }: Props) {
  const router = useRouter();
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      {options.available === 0 && (
        <Notice tone="caution" title="This organisation has no credits">
          Free credits come each month for the first two organisations that a person creates. Your project is
          kept; it can be run as soon as there are credits.
        </Notice>
      )}
      <StartRunForm
        {...{ address, projectId, options }}
        firstRepeats={firstRepeats({ ...options, prompts: options.panels[0]?.prompts ?? 0 })}
        leave="Skip for now"
        onClose={() => router.push(projectPath(address))}
        onStarted={() => router.refresh()}
      />
    </div>
  );
}
