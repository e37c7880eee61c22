export interface Command {
  /** Another one for each. */
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
  readonly act: { readonly go: string } | { readonly theme: "light" | "dark" | "system" };
}

export interface CommandGroup {
  readonly value: string;
  readonly items: readonly Command[];
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The commands that have every word of `typed` in their label or detail, whatever their case and accents; without empty groups. */
export function matchCommands(groups: readonly CommandGroup[], typed: string): CommandGroup[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return groups
    .map(({ value, items }) => ({
      value,
      items: items.filter(({ label, detail = "" }) => {
        const text = fold(`${label} ${detail}`);
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ items }) => items.length > 0);
}
