import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { useToast } from "@/components/ui/toast";
import type { FactDto, FactTopic, FactValue } from "@/server/facts/contract";
import type { BrandId } from "@/server/kernel/id";

export type ValueKind = FactValue["kind"] | "none";

interface Typed {
  readonly topic: FactTopic;
  readonly statement: string;
  readonly kind: ValueKind;
  readonly number: string;
  readonly unit: string;
  readonly date: string;
  readonly yes: string;
  readonly sourceUrl: string;
  readonly validFrom: string;
}

/** What a topic's facts are mostly compared by. */
const USUAL: Readonly<Record<FactTopic, ValueKind>> = {
  price: "number",
  founding: "date",
  headquarters: "none",
  size: "number",
  feature: "yes_no",
  integration: "yes_no",
  limit: "number",
  other: "none",
};

const EMPTY: Typed = {
  topic: "price",
  statement: "",
  kind: USUAL.price,
  number: "",
  unit: "",
  date: "",
  yes: "yes",
  sourceUrl: "",
  validFrom: "",
};

/** A fact that is typed, new or changed, and what saving it says. */
export function useFactForm(org: string, brandId: BrandId, fact: FactDto | null, onDone: () => void) {
  const router = useRouter();
  const say = useToast();
  const [typed, setTyped] = useState<Typed>(fact ? typedOf(fact) : EMPTY);
  const [problem, setProblem] = useState<{ field: string; words: string }>();
  const saving = useMutation(
    useApi().facts.save.mutationOptions({
      onSuccess: ({ unchanged }) => {
        say({
          title: unchanged
            ? "It is saved like this already."
            : fact
              ? "The fact is changed."
              : "The fact is added.",
          ...(!unchanged && { description: "Statements are held against it in a few seconds." }),
        });
        onDone();
        router.refresh();
      },
      onError: ({ data }) => {
        if (data?.refusal?.code === "conflict") router.refresh();
      },
    }),
  );
  const type = (part: Partial<Typed>) => {
    setProblem(undefined);
    setTyped((now) => ({ ...now, ...part, ...(part.topic && !fact && { kind: USUAL[part.topic] }) }));
  };
  const save = () => {
    const value = readValue(typed);
    if (typed.statement.trim().length < 3)
      return setProblem({ field: "statement", words: "Write the fact as a short sentence." });
    if (value === undefined)
      return setProblem(
        typed.kind === "number"
          ? { field: "number", words: "Write a number, such as 12 or 12.50." }
          : { field: "date", words: "Write a year, such as 2014, or a date, such as 2014-05-31." },
      );
    saving.mutate({
      org,
      brandId,
      ...(fact && { factId: fact.factId, version: fact.version }),
      topic: typed.topic,
      statement: typed.statement,
      value,
      sourceUrl: typed.sourceUrl.trim() || null,
      validFrom: typed.validFrom || null,
    });
  };
  const refused = saving.error?.data?.refusal?.problems[0];
  const at = problem ?? (refused && { field: refused.field, words: refused.problem });
  return {
    typed,
    type,
    save,
    busy: saving.isPending,
    errorOf: (field: string) => (at?.field.split(".").includes(field) ? at.words : undefined),
    /** What belongs to no field. */
    error: refused ? null : saving.error,
  };
}

function typedOf({ topic, statement, value, sourceUrl, validFrom }: FactDto): Typed {
  return {
    ...EMPTY,
    topic,
    statement,
    kind: value === null || value.kind === "text" ? "none" : value.kind,
    ...(value?.kind === "number" && { number: String(value.number), unit: value.unit }),
    ...(value?.kind === "date" && { date: value.date }),
    ...(value?.kind === "yes_no" && { yes: value.yes ? "yes" : "no" }),
    sourceUrl: sourceUrl ?? "",
    validFrom: validFrom ?? "",
  };
}

/** Undefined: what is typed is no such value. */
function readValue({ kind, number, unit, date, yes }: Typed): FactValue | null | undefined {
  if (kind === "number") {
    const read = Number(number.trim().replace(",", "."));
    return number.trim() === "" || Number.isNaN(read) ? undefined : { kind, number: read, unit: unit.trim() };
  }
  if (kind === "date")
    return /^\d{4}(-\d{2}){0,2}$/.test(date.trim()) ? { kind, date: date.trim() } : undefined;
  return kind === "yes_no" ? { kind, yes: yes === "yes" } : null;
}
