"use client";

import { CLASS_LABELS } from "@/components/answers/finding-labels";
import { useTypedFilter } from "@/components/answers/use-typed-filter";
import { useFilter } from "@/components/shell/filter-bar";
import { SelectField, TextField } from "@/components/ui/field";

const SORTS = {
  "": "Share of citations",
  citations: "Citations",
  cited: "Answers",
  retrieved: "Only retrieved",
  domain: "Name",
} as const;

/** What the list of sources can be narrowed and ordered by, beside engine, surface and window. */
export function SourceFilters() {
  const { filter, setFilter } = useFilter();
  const [typed, setTyped] = useTypedFilter("q");
  return (
    <>
      <SelectField
        label="Kind of site"
        value={filter.get("class") ?? ""}
        onChange={({ target }) => setFilter({ class: target.value })}
      >
        <option value="">Any kind</option>
        {Object.entries(CLASS_LABELS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Domain"
        type="search"
        placeholder="example.com"
        maxLength={100}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <SelectField
        label="Sort by"
        value={filter.get("sort") ?? ""}
        onChange={({ target }) => setFilter({ sort: target.value })}
      >
        {Object.entries(SORTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
    </>
  );
}
