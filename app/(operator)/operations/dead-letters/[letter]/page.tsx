import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { HandledLetter } from "@/components/operations/handled-letter";
import { LetterHeading } from "@/components/operations/letter-heading";
import { LetterView } from "@/components/operations/letter-view";
import { lettersPath } from "@/components/operations/operations-path";
import { DeadLetterInput, readLetterFilter } from "@/server/operations/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Dead letter" };

interface Props {
  readonly params: Promise<{ letter: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One job that failed for good: why, with what, after which steps; and retry or drop. */
export default async function DeadLetterPage({ params, searchParams }: Props) {
  const input = DeadLetterInput.safeParse({ letterId: (await params).letter });
  if (!input.success) notFound();
  const { functionId } = readLetterFilter(await searchParams);
  const listPath = lettersPath({ functionId });
  const { letter, interventions } = await (await api()).operations.deadLetters.get(input.data);
  if (letter === null) return <HandledLetter interventions={interventions} listPath={listPath} />;
  return (
    <>
      <LetterHeading letter={letter} listPath={listPath} />
      <LetterView letter={letter} interventions={interventions} listPath={listPath} />
    </>
  );
}
