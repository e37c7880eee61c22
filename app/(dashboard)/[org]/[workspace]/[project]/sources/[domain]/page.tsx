import type { Metadata } from "next";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { projectPath } from "@/components/shell/project-path";
import { SourceDetailView } from "@/components/sources/source-detail";
import { sourceHref } from "@/components/sources/source-query";
import { ScopeLine } from "@/components/sources/source-scope";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { readSourceFilter } from "@/server/sources/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Source" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string; domain: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A domain that answers cite: its pages, and those answers. */
export default async function SourcePage({ params, searchParams }: Props) {
  const [{ domain: encoded, ...address }, search] = await Promise.all([params, searchParams]);
  const domain = decodeURIComponent(encoded);
  const filter = readSourceFilter(search);
  const { engine, surface, window } = filter;
  const series = { ...(engine && { engine }), ...(surface && { surface }), ...(window && { window }) };
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const detail = await call.sources.get({ org: address.org, projectId, domain, ...series });
  const { scope } = detail;
  const here = projectPath(address, "sources", domain);
  const answers = { domain, window: scope.window.start, surface: scope.surface, ...(engine && { engine }) };
  return (
    <>
      <PageHeader
        title={<bdi>{withoutBidiControls(domain)}</bdi>}
        detail="The pages of this domain in the answers of one window, and the answers that cite them."
        actions={
          <ButtonLink href={sourceHref(projectPath(address, "sources"), filter)} look="quiet" size="small">
            All sources
          </ButtonLink>
        }
      />
      <ScopeLine
        scope={scope}
        surfaceHref={(other) => `${here}?${new URLSearchParams({ ...series, surface: other })}`}
      />
      <SourceDetailView
        detail={detail}
        address={address}
        allAnswers={`${projectPath(address, "answers")}?${new URLSearchParams(answers)}`}
      />
    </>
  );
}
