"use client";

import { Settings2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface Props {
  /** On the button, and over the window. */
  readonly title: string;
  readonly description: string;
  /** The form; it is made anew at each opening, so that it begins with what is saved. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button and its window, in which something is set. */
export function SettingDialog({ title, description, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        <Settings2 size={15} aria-hidden="true" />
        {title}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title} description={description}>
        {children(() => setOpen(false))}
      </Dialog>
    </>
  );
}
