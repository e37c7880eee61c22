import type { TRPCClientErrorLike } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@/server/trpc/root";

const made = createTRPCContext<AppRouter>();

export const TRPCProvider = made.TRPCProvider;

/** The procedures as options for TanStack Query: `useQuery(useApi().runs.get.queryOptions({ org, runId }))`. */
export const useApi = made.useTRPC;

/** What a failed procedure hands to a screen. */
export type ApiError = TRPCClientErrorLike<AppRouter>;
