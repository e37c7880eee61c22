import { PageHeader } from "@/components/ui/page-header";

export default function BrandsPage() {
  return <PageHeader title="Brands" />;
}
