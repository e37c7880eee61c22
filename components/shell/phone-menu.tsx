"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Dialog } from "@/components/ui/dialog";

/** What stands at the side of a wide screen, behind a button. Closes by itself when a page was chosen. */
export function PhoneMenu({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const [openOn, setOpenOn] = useState<string>();
  return (
    <Dialog
      title="Menu"
      open={openOn === pathname}
      onOpenChange={(open) => setOpenOn(open ? pathname : undefined)}
      trigger={
        <button
          type="button"
          aria-label="Menu"
          className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-md border border-line bg-surface"
        >
          <MenuIcon size={20} aria-hidden="true" />
        </button>
      }
    >
      {children}
    </Dialog>
  );
}
