import type { Rule } from "@/server/methodology/contract";

/** Rules of the method, each with its formula where it has one. */
export function Rules({ rules }: { rules: readonly Rule[] }) {
  return (
    <dl className="grid gap-x-10 gap-y-6 md:grid-cols-2">
      {rules.map(({ id, title, says, formula }) => (
        <div key={id} id={id} className="min-w-0 scroll-mt-6">
          <dt className="font-semibold">{title}</dt>
          <dd className="mt-1 text-ink-soft">
            {says}
            {formula !== null && <Formula text={formula} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A formula on a line of its own, which breaks where it must. */
export function Formula({ text }: { text: string }) {
  return (
    <code className="wrap-anywhere mt-2 block rounded-md bg-sunken px-3 py-2 font-mono text-sm">{text}</code>
  );
}
