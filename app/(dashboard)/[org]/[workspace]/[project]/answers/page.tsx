import { PageHeader } from "@/components/ui/page-header";

export default function AnswersPage() {
  return <PageHeader title="Answers" />;
}
