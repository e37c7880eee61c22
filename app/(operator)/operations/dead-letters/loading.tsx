import { Skeleton } from "@/components/ui/skeleton";

export default function DeadLettersLoading() {
  return <Skeleton label="Loading dead letters" />;
}
