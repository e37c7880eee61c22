import { Skeleton } from "@/components/ui/skeleton";

export default function DeadLetterLoading() {
  return <Skeleton label="Loading the dead letter" />;
}
