import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { ApiProvider } from "@/components/api/api-provider";
import { Shell } from "@/components/shell/shell";
import { ToastProvider } from "@/components/ui/toast";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { robots: { index: false } };

interface Props {
  readonly params: Promise<{ org: string }>;
  readonly children: ReactNode;
}

export default async function OrgLayout({ params, children }: Props) {
  const { org } = await params;
  const call = await api();
  const [me, workspaces, credits, activity] = await Promise.all([
    call.me.get(),
    call.projects.list({ org }),
    call.credits.balance({ org }).catch(nullWhenForbidden),
    call.activity.get({ org }).catch(nullWhenForbidden),
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

/** A client viewer sees no credits and nothing of what goes on; everything else is thrown on. */
function nullWhenForbidden(error: unknown): null {
  if (error instanceof TRPCError && error.code === "FORBIDDEN") return null;
  throw error;
}
