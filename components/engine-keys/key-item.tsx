import { Badge } from "@/components/ui/badge";
import type { KeyProviderDto } from "@/server/engine-keys/contract";
import { KeyForm } from "./key-form";
import { keyWords, listWords, STATE_WORDS } from "./key-words";
import { RemoveKey } from "./remove-key";
import { TestKey } from "./test-key";

interface Props {
  readonly org: string;
  readonly provider: KeyProviderDto;
  /** No key can be saved or tested here; one that is there can be removed. */
  readonly off: boolean;
}

/** A provider in the list: which engines its key is for, what is known of the key, and what can be done with it. */
export function KeyItem({ org, provider, off }: Props) {
  const { key, label, engines } = provider;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line px-4 py-4 not-first:border-t sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {label}
          {key && <Badge tone={STATE_WORDS[key.state].tone}>{STATE_WORDS[key.state].words}</Badge>}
        </h3>
        <p className="text-ink-soft text-sm">For {listWords(engines)}</p>
        <p className="wrap-anywhere mt-1 text-ink-faint text-sm">
          {key ? `Your key ${keyWords(key)}.` : "No key of yours: asked with ours."}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {key && !off && <TestKey org={org} provider={provider.provider} label={label} />}
        {!off && <KeyForm org={org} provider={provider} />}
        {key && <RemoveKey org={org} provider={provider.provider} label={label} />}
      </div>
    </li>
  );
}
