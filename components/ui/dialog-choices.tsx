import type { ReactNode } from "react";
import { Button } from "./button";

interface Props {
  /** What leaves everything as it is, in words: "Keep it". */
  readonly otherwise: string;
  readonly onOtherwise: () => void;
  readonly disabled?: boolean;
  /** The button that does it. */
  readonly children: ReactNode;
}

/** The foot of a dialog that asks before something is done: do it, or leave it. */
export function DialogChoices({ otherwise, onOtherwise, disabled, children }: Props) {
  return (
    <div className="flex flex-wrap gap-2.5">
      {children}
      <Button look="quiet" disabled={disabled} onClick={onOtherwise}>
        {otherwise}
      </Button>
    </div>
  );
}
