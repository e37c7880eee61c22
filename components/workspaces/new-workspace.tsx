"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { NameForm } from "./name-form";

/** Makes a workspace, into which projects can be set up. */
export function NewWorkspace({ org }: { readonly org: string }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = useToast();
  const { mutate, isPending, error, reset } = useMutation(
    useApi().projects.createWorkspace.mutationOptions({
      onSuccess: (_, { name }) => {
        setOpen(false);
        say({ title: `The workspace ${name} is there.`, description: "Set up its first project now." });
        router.refresh();
      },
    }),
  );
  const show = (next: boolean) => {
    reset();
    setOpen(next);
  };
  return (
    <>
      <Button look="quiet" size="small" onClick={() => show(true)}>
        New workspace
      </Button>
      <Dialog
        open={open}
        onOpenChange={show}
        title="New workspace"
        description="A client, or a team. Client viewers see the projects of one workspace alone."
      >
        <NameForm
          label="Its name"
          hint="It becomes a part of the address of its projects."
          name=""
          submit="Create workspace"
          busy={isPending}
          error={error}
          onSave={(name) => mutate({ org, name })}
        />
      </Dialog>
    </>
  );
}
