import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { ApiProvider } from "@/components/api/api-provider";
import { Shell } from "@/components/shell/shell";
import { ToastProvider } from "@/components/ui/toast";
import { type Action, roleMay } from "@/server/permissions/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { robots: { index: false } };

interface Props {
  readonly params: Promise<{ org: string }>;
  readonly children: ReactNode;
}

export default async function OrgLayout({ params, children }: Props) {
  const { org } = await params;
  const call = await api();
  const [me, workspaces] = await Promise.all([call.me.get(), call.projects.list({ org })]);
  const role = me.orgs.find(({ slug }) => slug === org)?.role;
  const may = (action: Action) => role !== undefined && roleMay(role, action);
  const [credits, activity] = await Promise.all([
    may("credits.read") ? call.credits.balance({ org }) : null,
    may("org.read") ? call.activity.get({ org }) : null,
  ]);
  return (
    <ApiProvider>
      <ToastProvider>
        <Shell {...{ org, workspaces, credits, activity }} person={me} orgs={me.orgs} signOut={signOutAction}>
          {children}
        </Shell>
      </ToastProvider>
    </ApiProvider>
  );
}
