"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";
import { classNames } from "@/components/ui/class-names";
import { THEME_KEY } from "@/components/ui/theme-script";

const CHOICES = [
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
  { value: "system", label: "As the system", Icon: Monitor },
] as const;
type Choice = (typeof CHOICES)[number]["value"];

const CHANGED = "themechange";

function subscribe(listener: () => void): () => void {
  for (const event of [CHANGED, "storage"]) addEventListener(event, listener);
  return () => {
    for (const event of [CHANGED, "storage"]) removeEventListener(event, listener);
  };
}

function read(): Choice {
  const kept = localStorage.getItem(THEME_KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

function choose(choice: Choice): void {
  const root = document.documentElement;
  if (choice === "system") {
    localStorage.removeItem(THEME_KEY);
    delete root.dataset.theme;
  } else {
    localStorage.setItem(THEME_KEY, choice);
    root.dataset.theme = choice;
  }
  dispatchEvent(new Event(CHANGED));
}

/** Light, dark, or what the system says; kept on this device. */
export function ThemeToggle() {
  const current = useSyncExternalStore(subscribe, read, () => "system");
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
            onChange={() => choose(value)}
            className="sr-only"
          />
          <span className="sr-only">{label}</span>
          <Icon size={15} aria-hidden="true" />
        </label>
      ))}
    </fieldset>
  );
}
