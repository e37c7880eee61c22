import { Notice } from "@/components/ui/notice";

/** Engines that aren't answering at the moment, each in its own words: what that means for asks of them. */
export function RestingNotice({ resting }: { resting: readonly string[] }) {
  if (resting.length === 0) return null;
  return (
    <Notice tone="caution" title={resting.join(". ")}>
      Asks of it wait for some minutes. Those that have no answer then cost nothing, and can be asked again.
    </Notice>
  );
}
