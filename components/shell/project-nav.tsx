"use client";

import {
  BadgeCheck,
  Building2,
  FileInput,
  LayoutDashboard,
  Link2,
  ListChecks,
  MessageSquareText,
  Play,
  UserCheck,
} from "lucide-react";
import { useParams } from "next/navigation";
import { PageLinks } from "@/components/ui/page-links";
import type { Role } from "@/server/kernel/context";
import { roleMay } from "@/server/permissions/contract";
import { PROJECT_PAGES, projectPath } from "./project-path";

const ICONS = {
  Overview: LayoutDashboard,
  Answers: MessageSquareText,
  Sources: Link2,
  Statements: BadgeCheck,
  Runs: Play,
  Prompts: ListChecks,
  Brands: Building2,
  Review: UserCheck,
  Import: FileInput,
} as const;

/** The pages of the project that one is in and that one's role opens; nothing outside of a project. */
export function ProjectNav({ role }: { readonly role: Role | undefined }) {
  const { org, workspace, project } = useParams<Record<string, string>>();
  if (!org || !workspace || !project) return null;
  const links = PROJECT_PAGES.filter(({ action }) => role && roleMay(role, action)).map(
    ({ part, label }) => ({
      href: projectPath({ org, workspace, project }, ...(part ? [part] : [])),
      label,
      icon: ICONS[label],
      exact: part === undefined,
    }),
  );
  return <PageLinks label="Project" links={links} />;
}
