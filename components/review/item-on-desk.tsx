import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextAreaField } from "@/components/ui/field";
import type { ClaimedItemDto, Verdict } from "@/server/review/contract";
import { BrandChoice } from "./brand-choice";
import { CHOICES, heldWords, questionWords, REASON_WORDS } from "./review-words";
import { ReviewedAnswer } from "./reviewed-answer";
import type { useReviewDesk } from "./use-review-desk";

interface Props {
  readonly item: ClaimedItemDto;
  readonly desk: ReturnType<typeof useReviewDesk>;
}

/** An item with what may be answered to it. Its keys hold while the focus is inside, and never while one types. */
export function ItemOnDesk({ item, desk }: Props) {
  const section = useRef<HTMLElement>(null);
  const [choosing, setChoosing] = useState(false);
  const toDesk = () => section.current?.focus();
  useEffect(() => section.current?.focus(), []);
  const { answer, skip, undoLast, busy, draft, change } = desk;
  const choices = CHOICES[item.question];
  const choose = (verdict: Verdict) => (verdict === "other" ? setChoosing(true) : answer(verdict));
  const stopChoosing = () => {
    setChoosing(false);
    toDesk();
  };
  const keys: Readonly<Record<string, () => void>> = {
    ...Object.fromEntries(choices.map(({ shortcut, verdict }) => [shortcut, () => choose(verdict)])),
    s: skip,
    u: undoLast,
    g: () => change({ gold: !draft.gold }),
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, key, altKey, ctrlKey, metaKey } = event;
    if (key === "Escape") return stopChoosing();
    const typing = target instanceof HTMLTextAreaElement;
    const done = keys[key.toLowerCase()];
    if (!done || typing || choosing || busy || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    done();
  };
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={questionWords(item)}
      aria-busy={busy}
      onKeyDown={onKeyDown}
      className="rounded-xl outline-offset-4"
    >
      <Card title={questionWords(item)} detail={`${REASON_WORDS[item.reason].label}. ${heldWords(item)}`}>
        <ReviewedAnswer item={item} />
        <div className="mt-5 flex flex-col gap-4">
          {choosing ? (
            <BrandChoice
              item={item}
              busy={busy}
              onChosen={(ids) => answer("other", ids)}
              onBack={stopChoosing}
            />
          ) : (
            <fieldset className="flex flex-wrap gap-2.5">
              <legend className="sr-only">Your answer</legend>
              {choices.map(({ verdict, shortcut, label }) => (
                <Button
                  key={verdict}
                  look="quiet"
                  size="small"
                  disabled={busy}
                  aria-keyshortcuts={shortcut}
                  onClick={() => choose(verdict)}
                >
                  {label} <Key>{shortcut}</Key>
                </Button>
              ))}
              <Button look="plain" size="small" disabled={busy} aria-keyshortcuts="s" onClick={skip}>
                Skip <Key>s</Key>
              </Button>
            </fieldset>
          )}
          <TextAreaField
            label="Note"
            rows={2}
            maxLength={1_000}
            value={draft.note}
            hint="For whoever asks later why. It is kept with the decision."
            onChange={({ target }) => change({ note: target.value })}
          />
          <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
            <input
              type="checkbox"
              checked={draft.gold}
              aria-keyshortcuts="g"
              onChange={({ target }) => change({ gold: target.checked })}
              className="size-4 accent-accent"
            />
            <span>
              Keep it as an example of what is right <Key>g</Key>
            </span>
          </label>
          <p className="text-ink-faint text-sm">
            The item is yours for ten minutes. <Key>Esc</Key> leads from the note back to the keys,{" "}
            <Key>u</Key> takes your last decision back.
          </p>
        </div>
      </Card>
    </section>
  );
}

function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-line-strong px-1.5 font-mono text-ink-faint text-xs">
      {children}
    </kbd>
  );
}
