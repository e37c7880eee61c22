import { Skeleton } from "@/components/ui/skeleton";

export default function MethodLoading() {
  return <Skeleton label="Testing your weeks against themselves" />;
}
