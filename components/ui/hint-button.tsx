"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { PopoverBox } from "./popover";

interface Props extends Omit<ComponentProps<"button">, "content" | "title" | "type"> {
  readonly title: string;
  /** Called when the window is first wanted. */
  readonly content: () => ReactNode;
}

const OPEN_AFTER = 150;
/** Long enough to get from the button into the window. */
const CLOSE_AFTER = 180;

/**
 * A button with a popover, for pages that have hundreds: only the button is there until somebody rests on it, focuses it
 * or presses it. Resting and focus show the window for as long as they last; a press keeps it, and moves the focus in.
 */
export function HintButton({ title, content, children, ...attributes }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Closing gives the focus back to the button, which must not open it again.
  const closing = useRef(false);
  const kept = useRef(false);
  const [state, setState] = useState<"untouched" | "closed" | "resting" | "kept">("untouched");
  const open = state === "resting" || state === "kept";
  useEffect(() => () => clearTimeout(timer.current), []);

  const linger = (after: number) =>
    wait(() => {
      if (state === "kept") return;
      kept.current = false;
      setState("resting");
    }, after);
  const leave = () => wait(() => setState((now) => (now === "resting" ? "closed" : now)), CLOSE_AFTER);
  function wait(then: () => void, after: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(then, after);
  }
  function press(byKeyboard: boolean) {
    clearTimeout(timer.current);
    kept.current = true;
    setState((now) => (now === "kept" ? "closed" : "kept"));
    if (byKeyboard) box.current?.focus();
  }
  return (
    <>
      <button
        {...attributes}
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onPointerEnter={(event) => event.pointerType === "mouse" && linger(OPEN_AFTER)}
        onPointerLeave={(event) => event.pointerType === "mouse" && leave()}
        onFocus={(event) => {
          if (!closing.current && event.currentTarget.matches(":focus-visible")) linger(OPEN_AFTER);
          closing.current = false;
        }}
        onKeyDown={(event) => {
          // Before the browser looks for the next place: an open window would be it.
          if (event.key === "Tab" && state === "resting") flushSync(() => setState("closed"));
        }}
        onBlur={leave}
        onClick={(event) => press(event.detail === 0)}
      >
        {children}
      </button>
      {state !== "untouched" && (
        <BasePopover.Root
          open={open}
          onOpenChange={(_, { reason, event }) => {
            const onButton = event.target instanceof Node && button.current?.contains(event.target);
            if (reason === "outside-press" && onButton) return;
            if (reason === "focus-out" && state === "resting") return;
            closing.current = reason === "escape-key" && document.activeElement !== button.current;
            setState("closed");
          }}
        >
          <PopoverBox
            ref={box}
            title={title}
            anchor={button}
            initialFocus={state === "kept"}
            finalFocus={() => (kept.current ? button.current : false)}
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={(event) => event.pointerType === "mouse" && leave()}
          >
            {content()}
          </PopoverBox>
        </BasePopover.Root>
      )}
    </>
  );
}
