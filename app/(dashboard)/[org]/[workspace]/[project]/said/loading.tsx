import { Skeleton } from "@/components/ui/skeleton";

export default function StatementsLoading() {
  return <Skeleton label="Loading statements" />;
}
