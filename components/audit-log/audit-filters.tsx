"use client";

import { useFilter } from "@/components/shell/filter-bar";
import { SelectField, TextField } from "@/components/ui/field";
import type { AuditPageDto } from "@/server/audit-log/contract";

/** Who, what and when, kept in the address. A change leads back to the newest. */
export function AuditFilters({ actors, actions }: Pick<AuditPageDto, "actors" | "actions">) {
  const { filter, setFilter, isPending } = useFilter();
  const choose = (name: string) => ({
    value: filter.get(name) ?? "",
    onChange: ({ target }: { target: { value: string } }) => setFilter({ [name]: target.value, after: "" }),
  });
  return (
    <search
      aria-label="Filter"
      aria-busy={isPending}
      className="mb-4 grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] items-end gap-3"
    >
      <SelectField label="Who" {...choose("who")}>
        <option value="">Anybody</option>
        {actors.map(({ who, name }) => (
          <option key={who} value={who}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label="What" {...choose("action")}>
        <option value="">Anything</option>
        {actions.map(({ action, words }) => (
          <option key={action} value={action}>
            {words}
          </option>
        ))}
      </SelectField>
      <TextField label="From" type="date" {...choose("from")} />
      <TextField label="To" type="date" {...choose("to")} />
    </search>
  );
}
