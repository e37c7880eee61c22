import { Skeleton } from "@/components/ui/skeleton";

export default function StartLoading() {
  return <Skeleton label="Loading the setup" />;
}
