import { Skeleton } from "@/components/ui/skeleton";

export default function OperatedEnginesLoading() {
  return <Skeleton label="Loading the engines" />;
}
