import { redirect } from "next/navigation";
import { listMyOrgs } from "@/server/accounts";
import { newId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { joinWebProcess } from "@/server/web-process";
import { currentUser } from "./session";

/** Makes the person's first org, with them as its owner, and goes to where they set it up; who has one goes to theirs. The problem in words. */
export async function createFirstOrg(name: string): Promise<string> {
  joinWebProcess();
  const user = unwrap(await currentUser());
  if (user === null) redirect("/sign-in?next=/welcome");
  const requestId = newId<string>();
  const [first] = unwrap(await listMyOrgs(user.userId, requestId));
  if (first) redirect(`/${first.slug}`);
  const { userId } = user;
  const made = await createOrg({ name }, { kind: "user", userId, role: "owner" }, requestId, userId);
  if (!made.ok) return made.error.message;
  redirect(`/${made.value.slug}/start`);
}
