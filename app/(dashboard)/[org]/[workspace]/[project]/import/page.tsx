import { PageHeader } from "@/components/ui/page-header";

export default function ImportPage() {
  return <PageHeader title="Import" />;
}
