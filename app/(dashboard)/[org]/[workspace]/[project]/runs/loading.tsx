import { Skeleton } from "@/components/ui/skeleton";

export default function RunsLoading() {
  return <Skeleton label="Loading runs" />;
}
