import { Skeleton } from "@/components/ui/skeleton";

export default function SchedulesLoading() {
  return <Skeleton label="Loading schedules" />;
}
