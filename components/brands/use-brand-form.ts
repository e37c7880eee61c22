import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useApi } from "@/components/api/use-api";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { useToast } from "@/components/ui/toast";
import type { ProjectId } from "@/server/kernel/id";
import type { BrandDto } from "@/server/projects/contract";
import { addAlias } from "./alias-field";
import { addDomains } from "./domain-field";

export interface EditedBrand {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  /** Left out: a rival that isn't there yet. */
  readonly brand?: BrandDto;
  /** An alias that is offered: typed in already. */
  readonly alias?: string;
}

/** The names and domains that are typed, and what saving them says. What is typed and not added counts as added. */
export function useBrandForm({ address, projectId, brand, alias = "" }: EditedBrand) {
  const router = useRouter();
  const say = useToast();
  const [name, setName] = useState(brand?.name ?? "");
  const [aliases, setAliases] = useState<readonly string[]>(brand?.aliases ?? []);
  const [domains, setDomains] = useState<readonly string[]>(brand?.domains ?? []);
  const [typed, setTyped] = useState({ alias, domain: "" });
  const [problem, setProblem] = useState<{ field: string; words: string }>();
  const saving = useMutation(
    useApi().brands.save.mutationOptions({
      onSuccess: ({ unchanged }, { name: saved }) => {
        say({
          title: unchanged ? `${saved} is saved like this already.` : `${saved} is saved.`,
          ...(!unchanged && { description: "Answers that come in from now on are read with these names." }),
        });
        router.push(projectPath(address, "brands"));
        router.refresh();
      },
      // Somebody may have changed the brand: what it is now is shown beside what is typed here.
      onError: ({ data }) => {
        if (data?.refusal?.code === "conflict") router.refresh();
      },
    }),
  );
  const all = {
    name: name.trim(),
    aliases: addAlias(aliases, typed.alias),
    ...addDomains(domains, typed.domain),
  };
  const changed =
    !saving.isSuccess &&
    JSON.stringify([all.name, all.aliases, all.domains]) !==
      JSON.stringify([brand?.name ?? "", brand?.aliases ?? [], brand?.domains ?? []]);
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [changed]);

  const save = () => {
    if (all.name === "") return setProblem({ field: "name", words: "Give the brand a name." });
    if (all.refused.length > 0)
      return setProblem({
        field: "domains",
        words: `${all.refused.join(", ")}: no domain such as acme.com.`,
      });
    setProblem(undefined);
    setAliases(all.aliases);
    setDomains(all.domains);
    setTyped({ alias: "", domain: "" });
    saving.mutate({
      org: address.org,
      projectId,
      ...(brand && { brandId: brand.brandId, revision: brand.revision }),
      name: all.name,
      aliases: [...all.aliases],
      domains: [...all.domains],
    });
  };
  const refused = saving.error?.data?.refusal?.problems[0];
  const at = problem ?? (refused && { field: refused.field, words: refused.problem });
  return {
    draft: { org: address.org, projectId, brandId: brand?.brandId, name, aliases, domains },
    typed,
    setName,
    setAliases,
    setDomains,
    setTyped,
    changed,
    save,
    saving: saving.isPending || saving.isSuccess,
    errorOf: (field: string) => (at?.field.split(".")[0] === field ? at.words : undefined),
    /** What belongs to no field. */
    error: refused ? null : saving.error,
  };
}
