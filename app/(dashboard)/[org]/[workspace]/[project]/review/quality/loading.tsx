import { Skeleton } from "@/components/ui/skeleton";

export default function QualityLoading() {
  return <Skeleton label="Measuring how good the extractor is" />;
}
