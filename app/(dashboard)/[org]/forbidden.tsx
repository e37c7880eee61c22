import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

/** What is there, and one's role doesn't allow. */
export default function Forbidden() {
  return (
    <Message as="div" eyebrow="403" title="Your role doesn’t open this page.">
      <p>An owner or admin of the organisation can change your role under Members.</p>
      <ButtonLink href="/enter">Go to your projects</ButtonLink>
    </Message>
  );
}
