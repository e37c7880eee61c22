import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

export const metadata: Metadata = { title: "No such page" };

export default function NotFound() {
  return (
    <Message eyebrow="404" title="There is no page at this address.">
      <p>It may have moved, or the link has a typing error.</p>
      <ButtonLink href="/">Go to the home page</ButtonLink>
    </Message>
  );
}
