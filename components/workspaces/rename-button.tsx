"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { NameForm } from "./name-form";

interface Props {
  readonly org: string;
  readonly workspace: string;
  /** Left out: it is the workspace that gets another name. */
  readonly project?: string;
  readonly name: string;
}

/** Gives a workspace or a project another name. */
export function RenameButton({ org, workspace, project, name: current }: Props) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const say = useToast();
  const api = useApi().projects;
  const onSuccess = (_: unknown, { name }: { readonly name: string }) => {
    setOpen(false);
    say({ title: `It is called ${name} now.` });
    router.refresh();
  };
  const ofWorkspace = useMutation(api.renameWorkspace.mutationOptions({ onSuccess }));
  const ofProject = useMutation(api.rename.mutationOptions({ onSuccess }));
  const { isPending, error, reset } = project === undefined ? ofWorkspace : ofProject;
  const show = (next: boolean) => {
    reset();
    setOpen(next);
  };
  const save = (name: string) =>
    project === undefined
      ? ofWorkspace.mutate({ org, workspace, name })
      : ofProject.mutate({ org, workspace, project, name });
  return (
    <>
      <Button look="plain" size="small" onClick={() => show(true)}>
        <Pencil size={14} aria-hidden="true" />
        <span className="sr-only">Rename {current}</span>
      </Button>
      <Dialog open={open} onOpenChange={show} title={`Rename ${current}`}>
        <NameForm
          label="Another name"
          hint="Addresses stay as they are, so that links still work."
          name={current}
          submit="Rename"
          busy={isPending}
          error={error}
          onSave={save}
        />
      </Dialog>
    </>
  );
}
