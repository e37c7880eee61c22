import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { KeyItem } from "@/components/engine-keys/key-item";
import { WhatKeysChange } from "@/components/engine-keys/what-keys-change";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Engine keys" };

/** The org's own keys of engines. Who may not see them reads why. */
export default async function EngineKeysPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const call = await api();
  const keys = await call.engineKeys.list({ org }).catch(refusalWords);
  const header = (
    <PageHeader title="Engine keys" detail="Ask engines through your own accounts, in place of ours." />
  );
  if (typeof keys === "string")
    return (
      <>
        {header}
        <EmptyState title="Not for your role">{keys}</EmptyState>
      </>
    );
  const { providers, off, sandbox } = keys;
  return (
    <>
      {header}
      <div className="flex flex-col gap-6">
        {off && (
          <Notice tone="caution" title="No key can be saved here">
            {off}
          </Notice>
        )}
        {sandbox && (
          <Notice title="Sandbox">
            Answers here are made up, and no key is used for them. Keys are tested against the sandbox, too.
          </Notice>
        )}
        <ul className="rounded-xl border border-line bg-surface" aria-label="Providers">
          {providers.map((provider) => (
            <KeyItem key={provider.provider} {...{ org, provider }} off={off !== null} />
          ))}
        </ul>
        <WhatKeysChange />
      </div>
    </>
  );
}

/** The words of a role that is too low; everything else is thrown on. */
function refusalWords(error: unknown): string {
  if (error instanceof TRPCError && error.code === "FORBIDDEN") return error.message;
  throw error;
}
