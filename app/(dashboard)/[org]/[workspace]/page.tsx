import { redirect } from "next/navigation";

/** A workspace has no page of its own: its projects stand on the org's. */
export default async function WorkspacePage({ params }: { params: Promise<{ org: string }> }) {
  redirect(`/${(await params).org}`);
}
