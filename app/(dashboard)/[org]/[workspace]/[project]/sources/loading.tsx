import { Skeleton } from "@/components/ui/skeleton";

export default function SourcesLoading() {
  return <Skeleton label="Loading sources" />;
}
