import { Skeleton } from "@/components/ui/skeleton";

export default function AnswerLoading() {
  return <Skeleton label="Loading the answer" />;
}
