"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextAreaField } from "@/components/ui/field";
import type { ProjectId } from "@/server/kernel/id";
import type { ClaimedItemDto, ReviewQueueDto } from "@/server/review/contract";
import { AliasOffer } from "./alias-offer";
import { BrandChoice } from "./brand-choice";
import { LatestDecisions } from "./latest-decisions";
import { NothingToReview } from "./nothing-to-review";
import { QueueStart } from "./queue-start";
import { CHOICES, heldWords, questionWords, REASON_WORDS } from "./review-words";
import { ReviewedAnswer } from "./reviewed-answer";
import { useReviewDesk } from "./use-review-desk";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  readonly queue: ReviewQueueDto;
  readonly canReview: boolean;
}

/** The queue as one works it off: an item, its answers by button or key, and what was decided last. */
export function ReviewDesk({ address, projectId, queue, canReview }: Props) {
  const desk = useReviewDesk({ org: address.org, projectId });
  const { item } = desk;
  return (
    <div className="flex flex-col gap-6">
      {desk.error && <ApiErrorNotice error={desk.error} />}
      {item ? (
        <ItemOnDesk key={item.itemId} item={item} desk={desk} />
      ) : item === null ? (
        <NothingToReview {...{ address, projectId, canReview }} counts={queue.counts} />
      ) : (
        <QueueStart {...{ address, projectId, queue, canReview }} onBegin={desk.begin} busy={desk.busy} />
      )}
      {desk.last && <AliasOffer address={address} last={desk.last} />}
      <LatestDecisions
        address={address}
        latest={queue.latest}
        onUndo={canReview ? desk.takeBack : undefined}
        busy={desk.busy}
      />
    </div>
  );
}

function ItemOnDesk({ item, desk }: { item: ClaimedItemDto; desk: ReturnType<typeof useReviewDesk> }) {
  const section = useRef<HTMLElement>(null);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => section.current?.focus(), []);
  const { answer, skip, undoLast, busy, note, setNote, gold, setGold } = desk;
  const choose = (verdict: (typeof choices)[number]["verdict"]) =>
    verdict === "other" ? setChoosing(true) : answer(verdict);
  const choices = CHOICES[item.question];
  // Keys hold while the focus is on the desk, and never while one types.
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select");
    if (typing || busy || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const chosen = choices.find(({ shortcut }) => shortcut === key);
    const done = chosen
      ? () => choose(chosen.verdict)
      : { s: skip, u: undoLast, g: () => setGold(!gold), escape: () => setChoosing(false) }[key];
    if (!done) return;
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
              onBack={() => setChoosing(false)}
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
            value={note}
            hint="For whoever asks later why. It is kept with the decision."
            onChange={({ target }) => setNote(target.value)}
          />
          <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
            <input
              type="checkbox"
              checked={gold}
              aria-keyshortcuts="g"
              onChange={({ target }) => setGold(target.checked)}
              className="size-4 accent-accent"
            />
            <span>
              Keep it as an example of what is right <Key>g</Key>
            </span>
          </label>
          <p className="text-ink-faint text-sm">
            The item is yours for ten minutes. Keys work while the focus is here: Tab brings it back.{" "}
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
