import { formatNumber } from "@/components/ui/format";
import type { ScheduleQuoteDto } from "@/server/schedules/contract";
import { dayWords } from "./schedule-words";

/** How long the org's credits last with everything that is scheduled, in a sentence. */
export function CreditsLast({ available, dryAt }: Pick<ScheduleQuoteDto, "available" | "dryAt">) {
  const credits = `${formatNumber(available)} ${available === 1 ? "credit" : "credits"}`;
  if (dryAt === null) return <>The {credits} there are last for more than a year of what is scheduled.</>;
  return (
    <>
      The {credits} there are last until{" "}
      <time dateTime={dryAt} className="font-medium text-ink">
        {dayWords(dryAt)}
      </time>
      : the run of that day would wait for more.
    </>
  );
}
