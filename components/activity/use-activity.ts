"use client";

import { useQuery } from "@tanstack/react-query";
import { useApi } from "@/components/api/use-api";
import type { ActivityDto } from "@/server/activity/contract";

/** How often what goes on is looked at, in milliseconds: while something does, and else. */
const BUSY = 5_000;
const QUIET = 60_000;

/** What of the org goes on and what ended lately, looked at again and again while the page is seen. */
export function useActivity(org: string, initial: ActivityDto): ActivityDto {
  const { data } = useQuery({
    ...useApi().activity.get.queryOptions({ org }),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.underWay.length ? BUSY : QUIET),
  });
  return data;
}
