"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";

/** Names a panel and goes to it. It is made with its first save. */
export function NewPanel({ address, names }: { address: ProjectAddress; names: readonly string[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === "") return setProblem("Give the panel a name.");
    if (names.includes(wanted)) return setProblem("This project has a panel of that name.");
    setOpen(false);
    setName("");
    router.push(`${projectPath(address, "prompts")}?${new URLSearchParams({ panel: wanted })}`);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="plain" size="small">
          <Plus size={16} aria-hidden="true" />
          New panel
        </Button>
      }
      title="New panel"
      description="A panel is a set of prompts that is asked and measured by itself."
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        <TextField
          label="Name"
          maxLength={100}
          value={name}
          error={problem}
          onChange={({ target }) => {
            setName(target.value);
            setProblem(undefined);
          }}
        />
        <div className="flex justify-end">
          <Button type="submit" size="small">
            Write its prompts
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
