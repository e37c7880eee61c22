import { Skeleton } from "@/components/ui/skeleton";

export default function ReviewLoading() {
  return <Skeleton label="Loading what is to review" />;
}
