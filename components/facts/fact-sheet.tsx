"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FACT_TOPICS, type FactDto, type FactSheetDto } from "@/server/facts/contract";
import { ArchiveFact } from "./archive-fact";
import { FactForm } from "./fact-form";
import { FactItem } from "./fact-item";
import { TOPIC_WORDS } from "./fact-words";

interface Props {
  readonly org: string;
  readonly sheet: FactSheetDto;
  readonly canEdit: boolean;
}

/** A brand's facts by topic; one at a time is written in place. */
export function FactSheet({ org, sheet: { brand, facts, archived }, canEdit }: Props) {
  /** "new", a fact's id, or null: none. */
  const [edited, setEdited] = useState<string | null>(null);
  const close = () => setEdited(null);
  const form = (fact: FactDto | null) => (
    <FactForm key={fact?.version} org={org} brandId={brand.brandId} fact={fact} onDone={close} />
  );
  const item = (fact: FactDto) =>
    edited === fact.factId ? (
      form(fact)
    ) : (
      <FactItem fact={fact}>
        {canEdit && !fact.archived && (
          <Button look="quiet" size="small" onClick={() => setEdited(fact.factId)}>
            Change<span className="sr-only"> {fact.statement}</span>
          </Button>
        )}
        {canEdit && <ArchiveFact org={org} fact={fact} />}
      </FactItem>
    );
  const add = (
    <Button size="small" onClick={() => setEdited("new")}>
      <Plus size={15} aria-hidden="true" />
      Add a fact
    </Button>
  );
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      {edited === "new" ? form(null) : canEdit && facts.length > 0 && <div>{add}</div>}
      {facts.length === 0 && edited !== "new" && (
        <EmptyState title="No facts yet" action={canEdit && add}>
          <p>
            Engines say things about {brand.name}: what it costs, when it was founded, what it can and can’t
            do. Write down how it really is, one fact a line, and each of these statements is marked as right
            or wrong.
          </p>
          <ul className="mt-3 flex list-disc flex-col gap-1 ps-5">
            {(["price", "founding", "feature"] as const).map((topic) => (
              <li key={topic}>{TOPIC_WORDS[topic].example}</li>
            ))}
          </ul>
        </EmptyState>
      )}
      {FACT_TOPICS.filter((topic) => facts.some((fact) => fact.topic === topic)).map((topic) => (
        <Group key={topic} title={TOPIC_WORDS[topic].label}>
          {facts
            .filter((fact) => fact.topic === topic)
            .map((fact) => (
              <li key={fact.factId} className="border-line px-4 py-4 not-first:border-t sm:px-6">
                {item(fact)}
              </li>
            ))}
        </Group>
      ))}
      {archived.length > 0 && (
        <Group title="Archived">
          {archived.map((fact) => (
            <li key={fact.factId} className="border-line px-4 py-4 not-first:border-t sm:px-6">
              {item(fact)}
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section>
      <h2 className="font-semibold text-lg">{title}</h2>
      <ul className="mt-2 rounded-xl border border-line bg-surface">{children}</ul>
    </section>
  );
}
