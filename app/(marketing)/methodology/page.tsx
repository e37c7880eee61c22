import type { Metadata } from "next";
import Link from "next/link";
import { MetricList } from "@/components/methodology/metric-list";
import { PlanTable } from "@/components/methodology/plan-table";
import { ProseSection } from "@/components/methodology/prose-section";
import { ReportText } from "@/components/methodology/report-text";
import { Rules } from "@/components/methodology/rules";
import { StateTable } from "@/components/methodology/state-table";
import { formatDay } from "@/components/ui/format";
import { getMethodology, partOf, readReport } from "@/server/methodology";

export const metadata: Metadata = {
  title: "The method",
  description:
    "How CiteStreak asks, reads and counts: every metric with its formula and denominator, two intervals, the change test, and how well all of it holds.",
};

const LINK = "text-accent underline underline-offset-4";

export default function MethodologyPage() {
  const method = getMethodology();
  const calibration = readReport("calibration");
  const stance = readReport("stance-quality");
  return (
    <div className="mx-auto flex max-w-4xl flex-col gap-12 px-5 pt-8 pb-20 sm:px-8 lg:pt-12">
      <header>
        <h1 className="font-medium font-serif text-5xl tracking-tight">The method</h1>
        <p className="mt-4 max-w-2xl text-ink-soft text-lg">
          What CiteStreak asks, how it reads the answers, what it counts, and how far each number can be
          trusted. This page is written by the code that computes the numbers.
        </p>
        <p className="mt-3 text-ink-faint text-sm">
          Method {method.method}, extractor {method.extractor}.{" "}
          <a href="/methodology/v1.json" className={LINK}>
            The same as JSON
          </a>
        </p>
      </header>
      <ProseSection id="sampling" title="Sampling">
        <Rules rules={method.sampling} />
      </ProseSection>
      <ProseSection id="states" title="What came back decides the denominator">
        <StateTable states={method.answerStates} />
      </ProseSection>
      <ProseSection id="metrics" title="What is counted">
        <MetricList metrics={method.metrics} />
      </ProseSection>
      <ProseSection id="intervals" title="Two intervals">
        <Rules rules={method.intervals} />
        <h3 className="font-semibold">How often they hold</h3>
        <ReportText text={partOf(calibration, "Promises")} />
        <p>
          <Link href="/methodology/calibration" className={LINK}>
            Every setting, the controls, and how it was simulated
          </Link>
        </p>
      </ProseSection>
      <ProseSection id="change" title="Change">
        <Rules rules={method.change} />
      </ProseSection>
      <ProseSection id="planning" title="What a week can tell">
        <p className="text-ink-soft">
          For one engine and a presence of 30 %. More prompts sharpen levels; repeats sharpen changes.
        </p>
        <PlanTable plans={method.plans} />
      </ProseSection>
      <ProseSection id="reading" title="Reading the answers">
        <Rules rules={method.reading} />
        <ReportText text={readReport("extraction-quality").lead} />
        <h3 className="font-semibold">Stances by rules, on passages written for it</h3>
        <ReportText text={stance.lead} />
        <p>
          <Link href="/methodology/stance-quality" className={LINK}>
            Stances on recorded answers, and brands that nobody tracks
          </Link>
        </p>
      </ProseSection>
      <ProseSection id="real" title="On real answers">
        <ReportText text={readReport("recorded-answers").lead} />
        <p>
          <Link href="/methodology/recorded-answers" className={LINK}>
            What repeats, wordings and engines have in common
          </Link>
        </p>
      </ProseSection>
      <ProseSection id="honesty" title="So that you can check it">
        <Rules rules={method.honesty} />
      </ProseSection>
      <ProseSection id="changes" title="Changes of the method">
        <dl className="flex flex-col gap-4">
          {method.changes.toReversed().map(({ version, since, says }) => (
            <div key={version}>
              <dt className="font-semibold">
                {version}, since {formatDay(since)}
              </dt>
              <dd className="text-ink-soft">{says}</dd>
            </div>
          ))}
        </dl>
      </ProseSection>
      <ProseSection id="sources" title="Sources">
        <ul className="flex list-disc flex-col gap-2 ps-5">
          {method.sources.map(({ title, where, url }) => (
            <li key={title}>
              {url === null ? (
                title
              ) : (
                <a href={url} className={LINK}>
                  {title}
                </a>
              )}
              <span className="text-ink-faint">. {where}</span>
            </li>
          ))}
        </ul>
      </ProseSection>
    </div>
  );
}
