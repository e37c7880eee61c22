import { redirect } from "next/navigation";
import { Message } from "@/components/ui/message";
import { api } from "@/server/trpc/caller";

/** The door after a sign-in: to the person's first org. */
export default async function EnterPage() {
  const me = await (await api()).me.get();
  const [first] = me.orgs;
  if (first) redirect(`/${first.slug}`);
  return (
    <Message eyebrow={me.email} title="You belong to no organisation yet.">
      <p>Ask an owner of yours to invite this e-mail address.</p>
    </Message>
  );
}
