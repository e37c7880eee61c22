import { Card } from "@/components/ui/card";

/** What one should know before one reads the engine's numbers. */
export function KnownLimits({ limits }: { limits: readonly string[] }) {
  return (
    <Card title="Known limits">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-soft text-sm">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </Card>
  );
}
