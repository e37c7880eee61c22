"use client";

import { useState } from "react";
import { useFilter } from "@/components/shell/filter-bar";
import { SelectField, TextField } from "@/components/ui/field";
import type { ProjectDto } from "@/server/projects/contract";
import { CLASS_LABELS, PAGE_LABELS, STANCE_LABELS } from "./finding-labels";
import { STATE_LABELS } from "./state-label";
import { useTypedFilter } from "./use-typed-filter";

const STANCES_OFFERED = Object.fromEntries(
  Object.entries(STANCE_LABELS).map(([stance, { label }]) => [stance, label]),
);

type Brands = ProjectDto["brands"];

/** Those that are behind the button on every screen, and beside them those that are there on a phone. */
const SELDOM = ["stance", "class", "page", "domain", "from", "to"];
const OFTEN = ["state", "brand", "without", "cited"];

/** What the list of answers can be narrowed by beside engine, surface and window. */
export function AnswerFilters({ brands }: { brands: Brands }) {
  const { filter } = useFilter();
  const [open, setOpen] = useState(SELDOM.some((key) => filter.has(key)));
  const chosen = (keys: readonly string[]) => keys.filter((key) => filter.has(key)).length;
  return (
    <>
      <div className="sm:col-span-2">
        <Typed name="q" label="Search the text" type="search" placeholder="words, “a phrase”, -without" />
      </div>
      <div className={open ? "contents" : "contents max-sm:hidden"}>
        <Choice name="state" label="State" any="Any state">
          {Object.entries(STATE_LABELS).map(([state, { label }]) => (
            <option key={state} value={state}>
              {label}
            </option>
          ))}
        </Choice>
        <Choice name="brand" label="Names" any="Any brand or none">
          <BrandOptions brands={brands} />
        </Choice>
        <Choice name="without" label="Doesn’t name" any="No matter">
          <BrandOptions brands={brands} />
        </Choice>
        <Choice name="cited" label="Cites a domain of" any="Anybody or nobody">
          <BrandOptions brands={brands} />
        </Choice>
      </div>
      {open && (
        <>
          <Choice name="stance" label="Speaks of the own brand" any="In any way">
            <Options labels={STANCES_OFFERED} />
          </Choice>
          <Choice name="class" label="Cites a kind of site" any="Any kind">
            <Options labels={CLASS_LABELS} />
          </Choice>
          <Choice name="page" label="Cites a kind of page" any="Any kind">
            <Options labels={PAGE_LABELS} />
          </Choice>
          <Typed name="domain" label="Cites the domain" type="text" placeholder="example.com" />
          <Typed name="from" label="From (UTC)" type="date" />
          <Typed name="to" label="To (UTC)" type="date" error={endBeforeStart(filter)} />
        </>
      )}
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="min-h-11 cursor-pointer justify-self-start rounded-md px-3 font-medium text-accent text-sm hover:bg-sunken sm:min-h-10"
      >
        {open ? "Fewer filters" : "More filters"}
        <Count hidden={open} className="max-sm:hidden" count={chosen(SELDOM)} />
        <Count hidden={open} className="sm:hidden" count={chosen([...OFTEN, ...SELDOM])} />
      </button>
    </>
  );
}

/** How many filters are set out of sight. */
function Count({ hidden, className, count }: { hidden: boolean; className: string; count: number }) {
  return hidden || count === 0 ? null : <span className={className}>{` (${count} set)`}</span>;
}

function endBeforeStart(filter: { get(key: string): string | null }): string | undefined {
  const [from, to] = [filter.get("from"), filter.get("to")];
  return from && to && to < from ? "Choose a day that isn’t before the first." : undefined;
}

function BrandOptions({ brands }: { brands: Brands }) {
  return brands.map(({ brandId, name, own }) => (
    <option key={brandId} value={brandId}>
      {own ? `${name} (own brand)` : name}
    </option>
  ));
}

function Options({ labels }: { labels: Readonly<Record<string, string>> }) {
  return Object.entries(labels).map(([value, label]) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly children: React.ReactNode;
}

function Choice({ name, label, any, children }: ChoiceProps) {
  const { filter, setFilter } = useFilter();
  return (
    <SelectField
      label={label}
      value={filter.get(name) ?? ""}
      onChange={(event) => setFilter({ [name]: event.target.value })}
    >
      <option value="">{any}</option>
      {children}
    </SelectField>
  );
}

interface TypedProps {
  readonly name: string;
  readonly label: string;
  readonly type: "search" | "text" | "date";
  readonly placeholder?: string;
  readonly error?: string | undefined;
}

function Typed({ name, ...rest }: TypedProps) {
  const [typed, setTyped] = useTypedFilter(name);
  return (
    <TextField
      {...rest}
      value={typed}
      maxLength={200}
      autoComplete="off"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
