import { Skeleton } from "@/components/ui/skeleton";

export default function EngineLoading() {
  return <Skeleton label="Loading the engine" />;
}
