"use client";

import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import type { KeyProviderDto } from "@/server/engine-keys/contract";
import { useSaveKey } from "./use-save-key";

/** Gives a provider's key, or another one. It is tested before it is saved; a refused one is saved only when that is said again. */
export function KeyForm({ org, provider }: { org: string; provider: KeyProviderDto }) {
  const { key, label, hasLogin } = provider;
  const { open, show, typed, type, save, saving, problem } = useSaveKey(org, provider);
  const { error, isPending } = saving;
  const isRefused = error?.data?.refusal?.code === "conflict";
  const secretProblem = problem("secret");
  const loginProblem = problem("login");
  const complete = typed.secret.trim() !== "" && (!hasLogin || typed.login.trim() !== "");
  return (
    <>
      <Button look="quiet" size="small" onClick={() => show(true)}>
        {key ? "Replace" : "Add key"}
        <span className="sr-only"> of {label}</span>
      </Button>
      <Dialog open={open} onOpenChange={show} title={`${key ? "Replace the" : "Add a"} key of ${label}`}>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            save(false);
          }}
        >
          {hasLogin && (
            <TextField
              label="API login"
              value={typed.login}
              onChange={({ target }) => type("login", target.value)}
              error={loginProblem && `The login ${loginProblem}.`}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          <TextField
            label={hasLogin ? "API password" : "API key"}
            type="password"
            value={typed.secret}
            onChange={({ target }) => type("secret", target.value)}
            error={secretProblem && `It ${secretProblem}.`}
            hint="Paste it. It is tested with the provider, sealed, and never shown again: only its last four signs are."
            autoComplete="new-password"
            spellCheck={false}
          />
          {error && !secretProblem && !loginProblem && (
            <ApiErrorNotice
              error={error}
              {...(isRefused && { title: "The key was refused, and is not saved" })}
            />
          )}
          <div className="flex flex-wrap gap-2.5">
            <Button type="submit" busy={isPending} disabled={!complete}>
              {isPending ? "Testing" : "Test and save"}
            </Button>
            {isRefused && (
              <Button look="danger" busy={isPending} onClick={() => save(true)}>
                Save it all the same
              </Button>
            )}
            <Button look="quiet" onClick={() => show(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
