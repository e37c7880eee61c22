"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useParams, useRouter } from "next/navigation";
import { useState } from "react";
import { useApi } from "@/components/api/use-api";
import { chooseTheme } from "@/components/shell/theme";
import { commandGroups, type Place } from "./command-groups";
import { type Command, type CommandGroup, matchCommands } from "./match-commands";

type Props = Pick<Place, "org" | "orgs" | "workspaces"> & { readonly onClose: () => void };

/** Every page, project, brand and setting by a few letters: arrow keys choose, Enter goes, Escape closes. */
export function PaletteDialog({ onClose, ...place }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const project = useProjectHere(place.org);
  const groups = matchCommands(commandGroups({ ...place, ...project }, typed), typed);
  const perform = ({ act }: Command) => {
    onClose();
    if ("go" in act) router.push(act.go);
    else chooseTheme(act.theme);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Popup
          aria-label="Go to"
          className="fixed inset-x-3 top-[12dvh] z-50 mx-auto flex max-h-[70dvh] max-w-xl flex-col overflow-hidden rounded-2xl border border-line bg-surface shadow-2xl"
        >
          <Autocomplete.Root
            open
            inline
            items={groups}
            filter={null}
            value={typed}
            onValueChange={setTyped}
            itemToStringValue={({ label }: Command) => label}
            autoHighlight="always"
            keepHighlight
          >
            <Autocomplete.InputGroup className="flex items-center gap-3 border-line border-b px-4">
              <Search size={17} aria-hidden="true" className="shrink-0 text-ink-faint" />
              <Autocomplete.Input
                aria-label="Where to"
                placeholder="A page, project, brand or colour"
                className="h-13 w-full bg-transparent text-base outline-none placeholder:text-ink-faint"
              />
            </Autocomplete.InputGroup>
            <Dialog.Close className="sr-only">Close</Dialog.Close>
            <div className="min-h-0 overflow-y-auto p-1.5">
              <Autocomplete.Empty className="px-3 text-ink-soft text-sm [&:not(:empty)]:py-6">
                Nothing is called that.
              </Autocomplete.Empty>
              <Autocomplete.List>
                {(group: CommandGroup) => (
                  <Autocomplete.Group key={group.value} items={group.items}>
                    <Autocomplete.GroupLabel className="px-3 pt-2.5 pb-1 text-ink-faint text-xs">
                      {group.value}
                    </Autocomplete.GroupLabel>
                    <Autocomplete.Collection>
                      {(command: Command) => (
                        <Autocomplete.Item
                          key={command.value}
                          value={command}
                          onClick={() => perform(command)}
                          className="flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-md px-3 text-sm outline-none data-highlighted:bg-sunken max-sm:min-h-11"
                        >
                          <span className="truncate">{command.label}</span>
                          <span className="truncate text-ink-faint text-xs">{command.detail}</span>
                        </Autocomplete.Item>
                      )}
                    </Autocomplete.Collection>
                  </Autocomplete.Group>
                )}
              </Autocomplete.List>
            </div>
          </Autocomplete.Root>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The project that the address names, with its brands as soon as they are read. */
function useProjectHere(org: string): Pick<Place, "project" | "brands"> {
  const { workspace, project } = useParams<Record<string, string>>();
  const here = workspace && project ? { workspace, project } : undefined;
  const options = useApi().projects.find.queryOptions({ org, workspace: "", project: "", ...here });
  const { data } = useQuery({ ...options, enabled: here !== undefined });
  return { ...(here && { project: here }), brands: data?.brands ?? [] };
}
