"use client";

import { Play } from "lucide-react";
import { useState } from "react";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { RunOptionsDto } from "@/server/runs/contract";
import { StartRunForm } from "./start-run-form";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: string;
  readonly options: RunOptionsDto;
}

/** The button and its window. Each opening is a form of its own, so that it starts one run at most. */
export function StartRun({ address, projectId, options }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Play size={16} aria-hidden="true" />
        Start a run
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Start a run"
        description="Every prompt of the panel is asked of each engine. Each answer is stored for good."
      >
        <StartRunForm {...{ address, projectId, options }} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
