"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactElement, ReactNode } from "react";

const ITEM =
  "flex min-h-10 w-full cursor-pointer items-center justify-between gap-3 rounded-md px-3 py-1.5 text-left outline-none data-highlighted:bg-sunken max-sm:min-h-11";

/** A list of places or actions that hangs on a button; arrow keys, first letters, Escape. */
export function Menu({
  trigger,
  defaultOpen = false,
  children,
}: {
  trigger: ReactElement;
  defaultOpen?: boolean;
  children: ReactNode;
}) {
  return (
    <BaseMenu.Root defaultOpen={defaultOpen}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={6} collisionPadding={12} align="start" className="z-50">
          <BaseMenu.Popup className="max-h-[min(28rem,var(--available-height))] min-w-60 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-xl border border-line bg-surface p-1.5 text-sm shadow-xl outline-none">
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group className="not-first:mt-1.5 not-first:border-line not-first:border-t not-first:pt-1.5">
      <BaseMenu.GroupLabel className="px-3 py-1.5 text-ink-faint text-xs">{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  );
}

/** An entry that goes somewhere; `current` where one already is. */
export function MenuLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <BaseMenu.Item className={ITEM} render={<Link href={href} aria-current={current ? "page" : undefined} />}>
      <span className="min-w-0">{children}</span>
      {current && <Check size={16} aria-hidden="true" className="shrink-0 text-accent" />}
    </BaseMenu.Item>
  );
}
