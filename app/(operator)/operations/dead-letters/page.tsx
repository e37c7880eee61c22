import type { Metadata } from "next";
import { FunctionChips } from "@/components/operations/function-chips";
import { LetterList } from "@/components/operations/letter-list";
import { KeptElsewhere, NoLetters } from "@/components/operations/no-letters";
import { RetryAll } from "@/components/operations/retry-all";
import { PageHeader } from "@/components/ui/page-header";
import { readLetterFilter } from "@/server/operations/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Dead letters" };

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every job that failed for good, latest first, or one function's. */
export default async function DeadLettersPage({ searchParams }: Props) {
  const filter = readLetterFilter(await searchParams);
  const { functionId } = filter;
  const { deadLetters } = (await api()).operations;
  const counts = await deadLetters.count();
  if (counts === null)
    return (
      <>
        <PageHeader title="Dead letters" />
        <KeptElsewhere />
      </>
    );
  const page = await deadLetters.list(filter);
  const ofFunction = counts.find((each) => each.functionId === functionId);
  return (
    <>
      <PageHeader
        title="Dead letters"
        detail="Jobs that failed for good, latest first. Times are in UTC."
        actions={ofFunction && <RetryAll key={ofFunction.functionId} {...ofFunction} />}
      />
      {counts.length > 0 && <FunctionChips counts={counts} chosen={functionId} />}
      {page.letters.length === 0 ? (
        <NoLetters functionId={functionId} later={filter.after !== undefined} />
      ) : (
        <LetterList page={page} functionId={functionId} later={filter.after !== undefined} />
      )}
    </>
  );
}
