import { Skeleton } from "@/components/ui/skeleton";

export default function FlagsLoading() {
  return <Skeleton label="Loading the flags" />;
}
