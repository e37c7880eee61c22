import { Card } from "@/components/ui/card";

/** What an own key changes, and what is stored of it: read before one is given. */
export function WhatKeysChange() {
  return (
    <Card title="What a key of yours changes">
      <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-soft text-sm">
        <li>
          Answers of its engines are bought through your account there: the provider bills you, by your
          limits.
        </li>
        <li>Each answer costs the same credits here, and our daily ceiling doesn’t stop it.</li>
        <li>
          A key that stops working fails those asks, free of credits. We never fall back to ours unasked.
        </li>
        <li>
          We store it encrypted, bound to this organisation. Nobody sees more of it than its last four signs,
          you included.
        </li>
      </ul>
    </Card>
  );
}
