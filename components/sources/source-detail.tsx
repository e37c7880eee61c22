import Link from "next/link";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { safeLink } from "@/components/answers/text/safe-link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Card } from "@/components/ui/card";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { Table, Td, Th } from "@/components/ui/table";
import type { SourceDetail, SourceUrl } from "@/server/sources/contract";
import { pageLabel, SourceKind } from "./source-kind";
import { scopeLines } from "./source-note";
import { SourceShare } from "./source-share";
import { citationWords } from "./source-words";

interface Props {
  readonly detail: SourceDetail;
  readonly address: ProjectAddress;
  /** Every answer that cites it, in the list of answers. */
  readonly allAnswers: string;
}

/** One domain: how much of the citations it gets, its pages, and the answers that cite them. */
export function SourceDetailView({
  detail: { source, scope, urls, pages, answers },
  address,
  allAnswers,
}: Props) {
  return (
    <div className="flex flex-col gap-6">
      <dl className="grid gap-x-8 gap-y-4 rounded-xl border border-line bg-surface p-4 text-sm sm:grid-cols-2 sm:p-6 lg:grid-cols-4">
        <Fact label="Share of citations">
          <SourceShare row={source} scope={scope} source={scopeLines(scope)} />
        </Fact>
        <Fact label="Kind of site">
          <SourceKind {...source} />
        </Fact>
        <Fact label="Citations">
          {citationWords(source.citations)} in {formatNumber(source.cited)}{" "}
          {source.cited === 1 ? "answer" : "answers"}
        </Fact>
        <Fact label="Only retrieved">
          {source.retrieved === null ? "not observable" : `${formatNumber(source.retrieved)} answers`}
        </Fact>
      </dl>
      <Card
        title="Pages"
        detail={`${formatNumber(pages)} ${pages === 1 ? "page" : "pages"}${pages > urls.length ? `, the ${urls.length} most cited of them` : ""}, each counted once an answer.`}
      >
        <Table caption="Pages of the domain">
          <thead>
            <tr>
              <Th>Page</Th>
              <Th>Kind of page</Th>
              <Th align="end">Answers that cite it</Th>
              <Th align="end">Linked or retrieved only</Th>
            </tr>
          </thead>
          <tbody>
            {urls.map((url) => (
              <tr key={url.url}>
                <Td>
                  <PageName {...url} />
                </Td>
                <Td>{url.pageType === null ? "–" : pageLabel(url.pageType)}</Td>
                <Td align="end">{formatNumber(url.cited)}</Td>
                <Td align="end">{formatNumber(url.seen)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
      <Card
        title="Answers that cite it"
        action={
          <Link href={allAnswers} className="text-accent text-sm underline underline-offset-4">
            In the list of answers
          </Link>
        }
      >
        {answers.length === 0 ? (
          <p className="text-ink-soft text-sm">
            No answer of this window cites it; it was linked or looked at.
          </p>
        ) : (
          <>
            <ul className="divide-y divide-line">
              {answers.map(({ answerId, prompt, engine, observedAt, pages: cited }) => (
                <li key={answerId} className="py-3 first:pt-0 last:pb-0">
                  <Link
                    href={projectPath(address, "answers", answerId)}
                    className="wrap-anywhere text-accent underline-offset-4 hover:underline"
                  >
                    <bdi>{withoutBidiControls(prompt)}</bdi>
                  </Link>
                  <span className="block text-ink-faint text-sm tabular-nums">
                    {engine} · {formatMoment(observedAt)} UTC · {formatNumber(cited)}{" "}
                    {cited === 1 ? "page" : "pages"} cited
                  </span>
                </li>
              ))}
            </ul>
            {source.cited > answers.length && (
              <p className="mt-3 text-ink-faint text-sm">
                The newest {answers.length} of {formatNumber(source.cited)}.
              </p>
            )}
          </>
        )}
      </Card>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="mb-1 text-ink-faint">{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}

const LONGEST = 160;

function PageName({ url, title }: SourceUrl) {
  const link = safeLink(url);
  const shown = withoutBidiControls(url.length > LONGEST ? `${url.slice(0, LONGEST)}…` : url);
  const name = title === null ? shown : withoutBidiControls(title);
  return (
    <div className="min-w-64">
      {link === null ? (
        <span dir="auto">{name}</span>
      ) : (
        <a
          dir="auto"
          href={link.href}
          target="_blank"
          rel="nofollow noopener noreferrer"
          className="wrap-anywhere text-accent underline underline-offset-3"
        >
          {name}
        </a>
      )}
      {title !== null && (
        <span dir="ltr" className="wrap-anywhere block text-ink-faint text-xs">
          {shown}
        </span>
      )}
    </div>
  );
}
