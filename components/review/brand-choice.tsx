import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import type { BrandId } from "@/server/kernel/id";
import type { ClaimedItemDto } from "@/server/review/contract";

interface Props {
  readonly item: ClaimedItemDto;
  readonly busy: boolean;
  readonly onChosen: (brandIds: readonly BrandId[]) => void;
  readonly onBack: () => void;
}

/** Which brand is meant, or which were missed: one of the project's brands, or for missed ones any that weren't found. */
export function BrandChoice({ item, busy, onChosen, onBack }: Props) {
  const many = item.question === "missed";
  const offered = item.brands.filter(
    ({ brandId, found }) => brandId !== item.brand?.brandId && !(many && found),
  );
  const [chosen, setChosen] = useState<readonly BrandId[]>([]);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const toggle = (brandId: BrandId, on: boolean) =>
    setChosen(many ? [...chosen.filter((id) => id !== brandId), ...(on ? [brandId] : [])] : [brandId]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length > 0) onChosen(chosen);
  };
  if (offered.length === 0)
    return (
      <div className="flex flex-wrap items-center gap-3 text-sm">
        <p className="text-ink-soft">The project has no other brand. Add it under Brands first.</p>
        <Button look="quiet" size="small" onClick={onBack}>
          Back
        </Button>
      </div>
    );
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <fieldset className="max-h-56 overflow-y-auto rounded-lg border border-line px-3 py-1">
        <legend className="px-1 font-medium text-sm">
          {many ? "Which were missed?" : "Which brand is it?"}
        </legend>
        {offered.map(({ brandId, name }, index) => (
          <label
            key={brandId}
            className="flex min-h-10 cursor-pointer items-center gap-3 text-sm max-sm:min-h-11"
          >
            <input
              ref={index === 0 ? first : undefined}
              type={many ? "checkbox" : "radio"}
              name="brand"
              checked={chosen.includes(brandId)}
              onChange={({ target }) => toggle(brandId, target.checked)}
              className="size-4 accent-accent"
            />
            <span className="wrap-anywhere">{name}</span>
          </label>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" size="small" busy={busy} disabled={chosen.length === 0}>
          {many ? "Save what was missed" : "Save this brand"}
        </Button>
        <Button look="quiet" size="small" onClick={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
