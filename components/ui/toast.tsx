"use client";

import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";

/** Shows what `useToast` adds, at the foot of the screen, above a bar that says its height in --bottom-bar. F6 moves the focus there. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8_000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-[calc(1rem+var(--bottom-bar,0px))] z-60 flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2">
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex items-center gap-3 rounded-lg bg-ink px-4 py-3 text-paper text-sm shadow-xl"
    >
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title className="font-semibold" />
        <Toast.Description className="opacity-85" />
      </Toast.Content>
      <Toast.Action className="min-h-9 cursor-pointer rounded-md border border-paper/50 px-3 font-semibold hover:bg-paper/15" />
      <Toast.Close aria-label="Dismiss" className="grid size-9 cursor-pointer place-items-center rounded-md">
        <X size={16} aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ));
}

interface Said {
  readonly title: string;
  readonly description?: string;
  /** Undo, where what was done can be taken back. */
  readonly undo?: () => void;
}

/** Says that something was done. Errors stay in the page, where they don't vanish: use Notice for them. */
export function useToast(): (said: Said) => void {
  const { add } = Toast.useToastManager();
  return ({ title, description, undo }) =>
    add({ title, description, ...(undo && { actionProps: { children: "Undo", onClick: undo } }) });
}
