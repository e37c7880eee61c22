"use client";

import { Activity, MailX, Scale, ToggleLeft } from "lucide-react";
import { PageLinks } from "@/components/ui/page-links";
import { OPERATIONS_PAGES } from "./operations-path";

const ICONS = { "Dead letters": MailX, Engines: Activity, Flags: ToggleLeft, Margin: Scale } as const;

/** The pages of operators. */
export function OperationsNav() {
  const links = OPERATIONS_PAGES.map(({ path, label }) => ({ href: path, label, icon: ICONS[label] }));
  return <PageLinks label="Operations" links={links} />;
}
