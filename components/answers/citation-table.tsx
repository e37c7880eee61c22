import { SupportMark } from "@/components/facts/support-mark";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";
import { Table, Td, Th } from "@/components/ui/table";
import type { AnswerCitation, AnswerDto } from "@/server/answers/contract";
import type { SupportDto } from "@/server/facts/contract";
import { CLASS_LABELS, PAGE_LABELS } from "./finding-labels";
import { withoutBidiControls } from "./text/mark-pieces";
import { safeLink } from "./text/safe-link";

type Kind = AnswerCitation["kind"];

const KINDS: Readonly<Record<Kind, string>> = { cited: "Cited", linked: "Linked", retrieved: "Retrieved" };
const LONGEST = 160;

/** What a kind means for the engine that it was seen at; a capture shows what the product showed. */
function meaningOf(kind: Kind, { observability, label }: AnswerDto["engine"]): string {
  if (kind === "linked") return "links in the text that aren’t among the engine’s own sources";
  if (observability !== null) return observability[kind].meaning;
  return kind === "cited" ? "sources that were shown with the answer" : `pages that ${label} looked at`;
}

/** The sources of an answer: how they are attached, whose or of what kind they are, and how many passages lean on them. */
export function CitationTable({
  answer: { citations, engine },
  support,
}: {
  answer: AnswerDto;
  /** Of citations whose page was looked at. */
  support: readonly SupportDto[];
}) {
  const kinds = (["cited", "linked", "retrieved"] as const).filter((each) =>
    citations.some(({ kind }) => kind === each),
  );
  if (citations.length === 0)
    return (
      <Card title="Citations">
        <p className="text-ink-soft text-sm">The answer came without a source.</p>
      </Card>
    );
  return (
    <Card
      title="Citations"
      detail={
        <ul className="mt-1 flex flex-col gap-0.5">
          {kinds.map((kind) => (
            <li key={kind}>
              <span className="font-medium text-ink-soft">
                {formatNumber(citations.filter((citation) => citation.kind === kind).length)}{" "}
                {KINDS[kind].toLowerCase()}
              </span>
              : {meaningOf(kind, engine)}
            </li>
          ))}
        </ul>
      }
    >
      <Table caption="Citations in the engine’s order">
        <thead>
          <tr>
            <Th>Source</Th>
            <Th>Domain</Th>
            <Th>Kind</Th>
            <Th>Site and page</Th>
            <Th align="end">Passages</Th>
            {support.length > 0 && <Th>Its sentence</Th>}
          </tr>
        </thead>
        <tbody>
          {citations.map((citation) => (
            <tr key={citation.ordinal}>
              <Td>
                <Source {...citation} />
              </Td>
              <Td>
                <span className="whitespace-nowrap">{withoutBidiControls(citation.domain)}</span>
              </Td>
              <Td>{KINDS[citation.kind]}</Td>
              <Td>
                <SiteAndPage {...citation} />
              </Td>
              <Td align="end">
                {citation.spans.length || (
                  <>
                    <span aria-hidden="true" className="text-ink-faint">
                      –
                    </span>
                    <span className="sr-only">none that the engine names</span>
                  </>
                )}
              </Td>
              {support.length > 0 && (
                <Td>
                  <SupportMark support={support.find(({ ordinal }) => ordinal === citation.ordinal)} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function Source({ url, title }: AnswerCitation) {
  const link = safeLink(url);
  const address = withoutBidiControls(url.length > LONGEST ? `${url.slice(0, LONGEST)}…` : url);
  return (
    <div className="min-w-64">
      {link === null ? (
        <span dir="auto">{title === null ? "Address that isn’t opened" : withoutBidiControls(title)}</span>
      ) : (
        <a
          dir="auto"
          href={link.href}
          target="_blank"
          rel="nofollow noopener noreferrer"
          className="text-accent underline underline-offset-3"
        >
          {title === null ? link.host : withoutBidiControls(title)}
        </a>
      )}
      <span dir="ltr" className="wrap-anywhere block text-ink-faint text-xs">
        {address}
      </span>
    </div>
  );
}

/** Whose site it is, or what kind of site, and below it what kind of page. */
function SiteAndPage({ owner, sourceClass }: AnswerCitation) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      {owner === null ? (
        <span className="whitespace-nowrap">
          {sourceClass === null ? "Third party" : CLASS_LABELS[sourceClass.domainClass]}
        </span>
      ) : (
        <Badge tone={owner.own ? "good" : "neutral"}>{owner.own ? "Own brand" : owner.name}</Badge>
      )}
      {sourceClass !== null && (
        <span className="whitespace-nowrap text-ink-faint text-xs">{PAGE_LABELS[sourceClass.pageType]}</span>
      )}
    </span>
  );
}
