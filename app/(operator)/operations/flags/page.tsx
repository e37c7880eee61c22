import type { Metadata } from "next";
import { FlagActions } from "@/components/operations/flag-actions";
import { FlagList } from "@/components/operations/flag-list";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Flags" };

/** What can be switched while the product runs: for everybody, for a share of orgs, or for one. */
export default async function FlagsPage() {
  const { flags, actions } = await (await api()).operations.flags.list();
  return (
    <>
      <PageHeader
        title="Flags"
        detail="Switches for a share of orgs, or for one. To stop an engine for everybody, pause it: that also ends what is under way."
      />
      <div className="flex flex-col gap-6">
        <FlagList flags={flags} />
        <FlagActions actions={actions} />
      </div>
    </>
  );
}
