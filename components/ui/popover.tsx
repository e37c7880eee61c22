"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ComponentProps, ReactElement, ReactNode } from "react";

interface Props {
  /** The button that it hangs on. */
  readonly trigger: ReactElement;
  readonly title: string;
  /** Opens while the pointer rests on the button, too; a press and the keyboard open it always. */
  readonly onHover?: boolean;
  /** Open as soon as it is there, as what is fetched when somebody opens it has to be. */
  readonly defaultOpen?: boolean;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}

/** A small window that hangs on a button, for facts that one wants now and then. Many of them on a page: HintButton. */
export function Popover({ trigger, title, onHover = false, defaultOpen = false, onClose, children }: Props) {
  return (
    <BasePopover.Root defaultOpen={defaultOpen} onOpenChange={(open) => !open && onClose?.()}>
      <BasePopover.Trigger render={trigger} openOnHover={onHover} delay={150} />
      <PopoverBox title={title}>{children}</PopoverBox>
    </BasePopover.Root>
  );
}

interface BoxProps extends Omit<ComponentProps<typeof BasePopover.Popup>, "className" | "render"> {
  readonly title: string;
  readonly anchor?: ComponentProps<typeof BasePopover.Positioner>["anchor"];
}

/** The window itself, inside a root. */
export function PopoverBox({ title, anchor, children, ...popup }: BoxProps) {
  return (
    <BasePopover.Portal>
      <BasePopover.Positioner anchor={anchor} sideOffset={6} collisionPadding={12} className="z-50">
        <BasePopover.Popup
          {...popup}
          // It scrolls where its text is long: by keyboard, too.
          tabIndex={0}
          className="max-h-[min(32rem,var(--available-height))] w-[min(24rem,calc(100vw-1.5rem))] overflow-y-auto rounded-xl border border-line bg-surface p-4 text-left text-sm shadow-xl"
        >
          <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  );
}
