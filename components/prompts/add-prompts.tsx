import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";

interface Props {
  /** How many are taken over. */
  readonly prompts: number;
  readonly disabled?: boolean;
  readonly onClose: () => void;
  readonly onAdd: () => void;
}

/** The foot of a dialog that puts prompts into the panel's draft. */
export function AddPrompts({ prompts, disabled = false, onClose, onAdd }: Props) {
  return (
    <div className="flex flex-wrap justify-end gap-2.5">
      <Button look="plain" size="small" onClick={onClose}>
        Close
      </Button>
      <Button size="small" disabled={prompts === 0 || disabled} onClick={onAdd}>
        {prompts === 0
          ? "Add prompts"
          : prompts === 1
            ? "Add 1 prompt"
            : `Add ${formatNumber(prompts)} prompts`}
      </Button>
    </div>
  );
}
