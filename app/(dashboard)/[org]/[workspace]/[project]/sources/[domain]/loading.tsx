import { Skeleton } from "@/components/ui/skeleton";

export default function SourceLoading() {
  return <Skeleton label="Loading the source" />;
}
