import { Skeleton } from "@/components/ui/skeleton";

export default function PromptsLoading() {
  return <Skeleton label="Loading prompts" />;
}
