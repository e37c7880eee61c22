import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import type { RunPageDto } from "@/server/runs/contract";

/** Below the run that is watched: where its numbers will stand, and the numbers once it has ended. */
export function FirstNumbers({ run, children }: { run: RunPageDto; children: ReactNode }) {
  if (run.ended)
    return (
      <section aria-label="Your first numbers" className="mt-8">
        {children}
      </section>
    );
  return (
    <div className="mt-8">
      <Card
        title="Your first numbers"
        detail="They stand here as soon as the run has closed: how often each engine names your brand, beside its rivals, with how sure that is."
      >
        <Skeleton label="Waiting for the run to close" />
      </Card>
    </div>
  );
}
