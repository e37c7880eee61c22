"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";
import { chooseTheme, readTheme, subscribeToTheme } from "./theme";

const CHOICES = [
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
  { value: "system", label: "As the system", Icon: Monitor },
] as const;

/** Light, dark, or what the system says; kept on this device. */
export function ThemeToggle() {
  const current = useSyncExternalStore(subscribeToTheme, readTheme, () => "system");
  return (
    <fieldset className="flex gap-0.5 rounded-lg border border-line bg-surface p-0.5">
      <legend className="sr-only">Colour scheme</legend>
      {CHOICES.map(({ value, label, Icon }) => (
        <label
          key={value}
          title={label}
          className={classNames(
            "grid min-h-8 flex-1 cursor-pointer place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-accent max-lg:min-h-11",
            value === current ? "bg-sunken text-ink" : "text-ink-faint hover:text-ink",
          )}
        >
          <input
            type="radio"
            name="theme"
            value={value}
            checked={value === current}
            onChange={() => chooseTheme(value)}
            className="sr-only"
          />
          <span className="sr-only">{label}</span>
          <Icon size={15} aria-hidden="true" />
        </label>
      ))}
    </fieldset>
  );
}
