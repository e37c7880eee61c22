import { redirect } from "next/navigation";
import { api } from "@/server/trpc/caller";

/** The door after a sign-in: to the person's first org, or to where they make one. */
export default async function EnterPage() {
  const me = await (await api()).me.get();
  const [first] = me.orgs;
  redirect(first ? `/${first.slug}` : "/welcome");
}
