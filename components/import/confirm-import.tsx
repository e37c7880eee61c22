"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatNumber } from "@/components/ui/format";
import type { ImportPreview } from "@/server/imports/contract";

interface Props {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onConfirm: () => void;
}

/** The button that imports, and what it asks before: exactly what will be made, and what won't. */
export function ConfirmImport({ preview, busy, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  const { accepted, newPrompts, alreadyImported, rejectedCount } = preview;
  const answers = `${formatNumber(accepted)} ${accepted === 1 ? "answer" : "answers"}`;
  const facts = [
    "It makes one run of kind import on the surface capture. It costs no credits.",
    "Captures are series of their own: they are never blended with answers that were bought over an API.",
    newPrompts > 0 &&
      `The panel “Imported captures” gets a new version with ${formatNumber(newPrompts)} more ${newPrompts === 1 ? "prompt" : "prompts"}.`,
    alreadyImported + rejectedCount > 0 &&
      `${formatNumber(alreadyImported + rejectedCount)} lines are left out: ${formatNumber(alreadyImported)} already imported, ${formatNumber(rejectedCount)} rejected.`,
    "The same file a second time changes nothing. Imported answers can’t be removed afterwards.",
  ];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button busy={busy}>{busy ? `Importing ${answers}…` : `Import ${answers}`}</Button>}
      title={`Import ${answers}?`}
    >
      <ul className="list-disc space-y-1.5 pl-5 text-sm">
        {facts.map((fact) => fact && <li key={fact}>{fact}</li>)}
      </ul>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button
          onClick={() => {
            setOpen(false);
            onConfirm();
          }}
        >
          Import {answers}
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}
