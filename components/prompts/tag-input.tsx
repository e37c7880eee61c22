"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { splitTags, withoutRepeats } from "./clean-text";
import { PROMPT_LIMITS } from "./prompt-limits";

interface Props {
  /** For screen readers: whose tags. */
  readonly label: string;
  readonly tags: readonly string[];
  /** Id of a datalist with the tags that the panel uses already. */
  readonly suggestions: string;
  readonly onChange: (tags: readonly string[]) => void;
}

/** Tags as tokens: a comma, Enter or leaving the field makes one, Backspace in the empty field takes the last. */
export function TagInput({ label, tags, suggestions, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const { tagCharacters, promptTags } = PROMPT_LIMITS;
  const full = tags.length >= promptTags;
  const take = (text: string) => {
    const wanted = withoutRepeats([...tags, ...splitTags(text).map((tag) => tag.slice(0, tagCharacters))]);
    const next = wanted.slice(0, promptTags);
    setTyped("");
    if (next.length !== tags.length) onChange(next);
  };
  return (
    <div
      data-tags
      className="flex min-h-11 w-full min-w-0 flex-wrap items-center gap-1 self-start rounded-md border border-line-strong bg-surface px-1.5 py-1 focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 sm:min-h-10"
    >
      {tags.map((tag) => (
        <span
          key={tag}
          className="wrap-anywhere inline-flex items-center rounded bg-sunken pl-2 text-ink-soft text-sm"
        >
          {tag}
          <button
            type="button"
            aria-label={`Remove the tag ${tag}`}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
            className="grid size-7 cursor-pointer place-items-center rounded text-ink-faint hover:text-ink max-sm:size-9"
          >
            <X size={13} aria-hidden="true" />
          </button>
        </span>
      ))}
      <input
        aria-label={label}
        list={suggestions}
        value={typed}
        disabled={full}
        maxLength={tagCharacters}
        placeholder={full ? `${promptTags} at most` : tags.length === 0 ? "Add tags" : ""}
        onChange={({ target }) =>
          /[,،、，]/u.test(target.value) ? take(target.value) : setTyped(target.value)
        }
        onBlur={() => take(typed)}
        onKeyDown={(event) => {
          if (event.key === "Enter") take(typed);
          if (event.key === "Backspace" && typed === "") onChange(tags.slice(0, -1));
        }}
        className="min-w-20 flex-1 bg-transparent px-1.5 text-base outline-none placeholder:text-ink-faint sm:text-sm"
      />
    </div>
  );
}
