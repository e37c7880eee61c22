import { lettersPath } from "@/components/operations/operations-path";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export default function OperationsNotFound() {
  return (
    <Message as="div" eyebrow="404" title="There is no such dead letter.">
      <p>It may have succeeded by itself, or be older than the 90 days for which it is kept.</p>
      <ButtonLink href={lettersPath()}>Go to the list</ButtonLink>
    </Message>
  );
}
