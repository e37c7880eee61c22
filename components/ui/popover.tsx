"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";

interface Props {
  /** The button that it hangs on. */
  readonly trigger: ReactElement;
  readonly title: string;
  /** Opens while the pointer rests on the button, too; a press and the keyboard open it always. */
  readonly onHover?: boolean;
  readonly children: ReactNode;
}

/** A small window that hangs on a button, for facts that one wants now and then. */
export function Popover({ trigger, title, onHover = false, children }: Props) {
  return (
    <BasePopover.Root>
      <BasePopover.Trigger render={trigger} openOnHover={onHover} delay={150} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} collisionPadding={12} className="z-50">
          <BasePopover.Popup className="max-h-[min(32rem,var(--available-height))] w-[min(24rem,calc(100vw-1.5rem))] overflow-y-auto rounded-xl border border-line bg-surface p-4 text-left text-sm shadow-xl">
            <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
