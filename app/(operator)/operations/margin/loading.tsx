import { Skeleton } from "@/components/ui/skeleton";

export default function MarginLoading() {
  return <Skeleton label="Loading the margin report" />;
}
