"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "./class-names";

export interface PageLink {
  readonly href: string;
  readonly label: string;
  readonly icon: LucideIcon;
  /** It is the current page at this very address alone, not at those below it. */
  readonly exact?: boolean;
}

/** A column of pages, the current one marked for eyes and screen readers. `label` names the navigation. */
export function PageLinks({ label, links }: { label: string; links: readonly PageLink[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label}>
      <ul className="flex flex-col gap-0.5">
        {links.map(({ href, label: page, icon: Icon, exact }) => {
          const current = exact ? pathname === href : pathname.startsWith(href);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex min-h-10 items-center gap-3 rounded-md px-3 py-1.5 text-[0.95rem] max-lg:min-h-12 max-lg:text-base",
                  current
                    ? "bg-accent-soft font-semibold text-accent"
                    : "text-ink-soft hover:bg-paper hover:text-ink",
                )}
              >
                <Icon size={17} aria-hidden="true" />
                {page}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
