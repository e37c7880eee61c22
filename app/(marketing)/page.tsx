import { ExampleFigure } from "@/components/marketing/example-figure";
import { ExampleTable } from "@/components/marketing/example-table";
import { REFUSALS, SCREEN_NOTES, STEPS } from "@/components/marketing/home-text";
import { ProductScreen } from "@/components/marketing/product-screen";
import { Section } from "@/components/marketing/section";
import { ButtonLink } from "@/components/ui/button";
import { CodeBlock } from "@/components/ui/code-block";

export default function HomePage() {
  return (
    <>
      <div className="mx-auto grid max-w-6xl items-center gap-10 px-5 pt-8 pb-16 sm:px-8 lg:grid-cols-[1fr_1.02fr] lg:gap-16 lg:pt-14 lg:pb-24">
        <div>
          <h1 className="font-medium font-serif text-[clamp(2.4rem,8.5vw,4.1rem)] leading-[1.04] tracking-[-0.02em]">
            Do AI answers name you? With error bars.
          </h1>
          <p className="mt-6 max-w-[34rem] text-ink-soft text-lg">
            Ask an AI engine the same question twice and it may name two different brands. CiteStreak asks
            your buyers’ questions many times, counts who is named and cited, and says how far each number can
            be trusted.
          </p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink href="#run">Run it on your machine</ButtonLink>
            <ButtonLink href="#how" look="quiet">
              How it works
            </ButtonLink>
          </div>
        </div>
        <ExampleFigure />
      </div>

      <Section id="how" title="From a question to a number, in three steps" tone="sunken">
        <ol className="grid gap-8 md:grid-cols-3 md:gap-10">
          {STEPS.map(({ title, text }, index) => (
            <li key={title} className="border-line border-t pt-5">
              <span className="font-serif text-2xl text-accent tabular-nums" aria-hidden="true">
                {index + 1}
              </span>
              <h3 className="mt-2 font-semibold text-lg">{title}</h3>
              <p className="mt-2 text-ink-soft">{text}</p>
            </li>
          ))}
        </ol>
      </Section>

      <Section id="product" title="The screen you come back to">
        <ProductScreen />
        <dl className="mt-10 grid gap-8 md:grid-cols-3 md:gap-10">
          {SCREEN_NOTES.map(({ title, text }) => (
            <div key={title} className="border-line border-t pt-5">
              <dt className="font-semibold text-lg">{title}</dt>
              <dd className="mt-2 text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section id="numbers" title="What a number looks like here" tone="sunken">
        <div className="grid gap-8 lg:grid-cols-[0.8fr_1.2fr] lg:gap-14 [&>*]:min-w-0">
          <div className="space-y-4 text-ink-soft">
            <p>
              In the first two weeks of this example the share went from 36 % to 47 %. Without error bars that
              is a rise of eleven points, and somebody would have been congratulated for it.
            </p>
            <p>
              With them it is twelve prompts and some eighty answers a week: the <strong>panel</strong>{" "}
              interval says what repeating the same prompts could have shown, the <strong>market</strong>{" "}
              interval what other prompts of the kind could have.
            </p>
            <p>Repeats sharpen changes; only more prompts sharpen levels.</p>
          </div>
          <ExampleTable />
        </div>
      </Section>

      <Section id="refusals" title="What it will not show you">
        <dl className="grid gap-x-10 gap-y-7 sm:grid-cols-2">
          {REFUSALS.map(({ title, text }) => (
            <div key={title}>
              <dt className="font-semibold">{title}</dt>
              <dd className="mt-1 text-ink-soft">{text}</dd>
            </div>
          ))}
        </dl>
      </Section>

      <Section id="run" title="Run it" tone="sunken">
        <div className="grid gap-8 lg:grid-cols-[0.8fr_1.2fr] lg:gap-14 [&>*]:min-w-0">
          <div className="space-y-4 text-ink-soft">
            <p>
              In a clone of the repository, with Node 20 or newer and npm. It installs what it needs, Postgres
              included: no Docker, no account, no API key.
            </p>
            <p>
              The demo simulates four weeks of a made-up market. It buys 784 answers from a sandbox that
              speaks the engines’ own wire formats, settles them in credits, and serves the dashboard above
              with a way in.
            </p>
          </div>
          <CodeBlock
            lines={[
              "npm run demo",
              "npm run demo -- --once --json",
              "npm run demo -- --answers recorded.jsonl",
              "npm test",
            ]}
          />
        </div>
      </Section>
    </>
  );
}
