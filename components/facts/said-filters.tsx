"use client";

import { useFilter } from "@/components/shell/filter-bar";
import { SelectField } from "@/components/ui/field";
import { FACT_TOPICS, type StatementsByEngine } from "@/server/facts/contract";
import { TOPIC_WORDS, VERDICT_WORDS } from "./fact-words";

/** Verdict, topic and engine, kept in the address. A change leads back to the first page. */
export function SaidFilters({ engines }: { engines: readonly StatementsByEngine[] }) {
  const { filter, setFilter, isPending } = useFilter();
  const choice = (
    name: string,
    label: string,
    any: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <SelectField
      label={label}
      value={filter.get(name) ?? ""}
      onChange={({ target }) => setFilter({ [name]: target.value, page: "" })}
    >
      <option value="">{any}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </SelectField>
  );
  return (
    <search
      aria-label="Filter"
      aria-busy={isPending}
      className="mb-4 grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] items-end gap-3"
    >
      {choice(
        "verdict",
        "Verdict",
        "Any verdict",
        Object.entries(VERDICT_WORDS).map(([verdict, { label }]) => [verdict, label]),
      )}
      {choice(
        "topic",
        "About",
        "Anything",
        FACT_TOPICS.map((topic) => [topic, TOPIC_WORDS[topic].label]),
      )}
      {choice(
        "engine",
        "Engine",
        "All engines",
        engines.map(({ engineId, engine }) => [engineId, engine]),
      )}
    </search>
  );
}
