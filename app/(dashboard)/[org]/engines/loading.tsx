import { Skeleton } from "@/components/ui/skeleton";

export default function EnginesLoading() {
  return <Skeleton label="Loading the engines" />;
}
