import type { Metadata } from "next";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/(auth)/actions";
import { ApiProvider } from "@/components/api/api-provider";
import { OperationsFrame } from "@/components/operations/operations-frame";
import { ToastProvider } from "@/components/ui/toast";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { robots: { index: false } };

/** For operators. To everybody else there is no page here: asked above any loading state, so that the answer is a real 404. */
export default async function OperationsLayout({ children }: { children: ReactNode }) {
  const person = await (await api()).operations.me();
  return (
    <ApiProvider>
      <ToastProvider>
        <OperationsFrame person={person} signOut={signOutAction}>
          {children}
        </OperationsFrame>
      </ToastProvider>
    </ApiProvider>
  );
}
