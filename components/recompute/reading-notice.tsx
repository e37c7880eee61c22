"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { ProjectId } from "@/server/kernel/id";
import type { RecomputeStatus } from "@/server/recompute/contract";
import { isWorthSaying } from "./reading-words";

export interface ReadingProps {
  readonly org: string;
  readonly projectId: ProjectId;
  /** As it stood when the page was made. */
  readonly status: RecomputeStatus;
  readonly canEdit: boolean;
}

const ReadAgain = dynamic(() => import("./read-again").then((module) => module.ReadAgain));

/** What there is to say of answers that were read the old way. Its code is loaded where there is something: mostly, nowhere. */
export function ReadingNotice(props: ReadingProps) {
  const worth = isWorthSaying(props.status);
  // What was going on is told to its end, also when the page is made anew meanwhile.
  const [shown] = useState(worth);
  if (!shown && !worth) return null;
  return (
    <div className="mb-6 flex flex-col gap-3 empty:hidden">
      <ReadAgain {...props} />
    </div>
  );
}
