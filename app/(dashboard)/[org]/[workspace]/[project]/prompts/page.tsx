import { PageHeader } from "@/components/ui/page-header";

export default function PromptsPage() {
  return <PageHeader title="Prompts" />;
}
