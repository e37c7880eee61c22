import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ProseSection } from "@/components/methodology/prose-section";
import { ReportText } from "@/components/methodology/report-text";
import { ReportName, readReport } from "@/server/methodology";

interface Props {
  readonly params: Promise<{ report: string }>;
}

export function generateStaticParams() {
  return ReportName.options.map((report) => ({ report }));
}

async function reportOf({ params }: Props) {
  const name = ReportName.safeParse((await params).report);
  return name.success ? readReport(name.data) : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await reportOf(props)).title };
}

export default async function ReportPage(props: Props) {
  const { title, lead, parts } = await reportOf(props);
  return (
    <div className="mx-auto flex max-w-5xl flex-col gap-10 px-5 pt-8 pb-20 sm:px-8 lg:pt-12">
      <header className="flex flex-col gap-4">
        <p>
          <Link href="/methodology" className="text-accent underline underline-offset-4">
            The method
          </Link>
        </p>
        <h1 className="max-w-3xl font-medium font-serif text-4xl tracking-tight">{title}</h1>
        <ReportText text={lead} />
      </header>
      {parts.map((part, index) => (
        <ProseSection key={part.title} id={`part-${index + 1}`} title={part.title}>
          <ReportText text={part.text} />
        </ProseSection>
      ))}
    </div>
  );
}
