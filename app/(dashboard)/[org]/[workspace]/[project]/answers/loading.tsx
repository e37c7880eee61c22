import { Skeleton } from "@/components/ui/skeleton";

export default function AnswersLoading() {
  return <Skeleton label="Loading answers" />;
}
