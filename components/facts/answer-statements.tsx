import Link from "next/link";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Card } from "@/components/ui/card";
import type { AnswerChecksDto } from "@/server/facts/contract";
import { factsPath } from "./facts-path";
import { StatementItem } from "./statement-item";

/** What an answer says of the own brand, each statement with its verdict and the way to its place in the text. */
export function AnswerStatements({ address, checks }: { address: ProjectAddress; checks: AnswerChecksDto }) {
  const { brand, read, facts, statements } = checks;
  if (!read) return null;
  return (
    <Card
      title={`What it says about ${brand.name}`}
      detail={
        facts === 0
          ? "There is no fact to hold it against yet."
          : "Held against your facts; press a statement to see it in the text."
      }
      action={
        <Link
          href={factsPath(address, brand.brandId)}
          className="text-accent text-sm underline underline-offset-4"
        >
          {facts === 0 ? "Write down facts" : "Facts"}
        </Link>
      }
    >
      {statements.length === 0 ? (
        <p className="text-ink-soft text-sm">Nothing that can be checked.</p>
      ) : (
        <ul className="-mx-4 sm:-mx-6">
          {statements.map((statement) => (
            <StatementItem key={statement.start} statement={statement} href="" />
          ))}
        </ul>
      )}
    </Card>
  );
}
