import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

/** What isn't there, and what isn't yours, look the same. */
export default function NotFound() {
  return (
    <Message as="div" eyebrow="404" title="There is nothing here that you may see.">
      <p>The link may be old, or it belongs to an organisation that you are not a member of.</p>
      <ButtonLink href="/enter">Go to your projects</ButtonLink>
    </Message>
  );
}
