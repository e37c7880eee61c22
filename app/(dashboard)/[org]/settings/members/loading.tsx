import { Skeleton } from "@/components/ui/skeleton";

export default function MembersLoading() {
  return <Skeleton label="Loading the members" />;
}
