import type { Metadata } from "next";
import { Door } from "@/components/accounts/door";
import { Button } from "@/components/ui/button";
import { signInByLinkAction } from "../../actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false }, referrer: "no-referrer" };
export const dynamic = "force-dynamic";

interface Props {
  readonly searchParams: Promise<{ token?: string | string[]; next?: string | string[] }>;
}

/** Where a mailed link leads. A press signs in, not the visit: programs that look at mails for safety visit links. */
export default async function SignInLinkPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  const [first, wanted] = [token, next].map((value) => (typeof value === "string" ? value : undefined));
  return (
    <Door title="Sign in">
      <form action={signInByLinkAction.bind(null, first ?? "", wanted)}>
        <Button type="submit">Sign in to CiteStreak</Button>
      </form>
    </Door>
  );
}
