import { Skeleton } from "@/components/ui/skeleton";

export default function BrandsLoading() {
  return <Skeleton label="Loading brands" />;
}
