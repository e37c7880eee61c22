"use client";

import { Building2, FileInput, LayoutDashboard, ListChecks, MessageSquareText, Play } from "lucide-react";
import Link from "next/link";
import { useParams, usePathname } from "next/navigation";
import { classNames } from "@/components/ui/class-names";
import { PROJECT_PAGES, projectPath } from "./project-path";

const ICONS = {
  Overview: LayoutDashboard,
  Answers: MessageSquareText,
  Runs: Play,
  Prompts: ListChecks,
  Brands: Building2,
  Import: FileInput,
} as const;

/** The pages of the project that one is in; nothing outside of a project. */
export function ProjectNav() {
  const { org, workspace, project } = useParams<Record<string, string>>();
  const pathname = usePathname();
  if (!org || !workspace || !project) return null;
  return (
    <nav aria-label="Project">
      <ul className="flex flex-col gap-0.5">
        {PROJECT_PAGES.map(({ part, label }) => {
          const href = projectPath({ org, workspace, project }, ...(part ? [part] : []));
          const current = part ? pathname.startsWith(href) : pathname === href;
          const Icon = ICONS[label];
          return (
            <li key={label}>
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
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
