"use client";

import { Activity, MailX, Scale } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { OPERATIONS_PAGES } from "./operations-path";

const ICONS = { "Dead letters": MailX, Engines: Activity, Margin: Scale } as const;

/** The pages of operators. */
export function OperationsNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Operations">
      <ul className="flex flex-col gap-0.5">
        {OPERATIONS_PAGES.map(({ path, label }) => {
          const current = pathname.startsWith(path);
          const Icon = ICONS[label];
          return (
            <li key={path}>
              <Link
                href={path}
                aria-current={current ? "page" : undefined}
                className={classNames(
                  "flex min-h-10 items-center gap-3 rounded-md px-3 py-1.5 text-[0.95rem] max-lg:min-h-12 max-lg:text-base",
                  current
                    ? "bg-accent-soft font-semibold text-accent"
                    : "text-ink-soft hover:bg-paper hover:text-ink",
                )}
              >
                <Icon size={17} aria-hidden="true" />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
