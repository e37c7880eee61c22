import { Skeleton } from "@/components/ui/skeleton";

export default function AuditLoading() {
  return <Skeleton label="Loading the audit log" />;
}
