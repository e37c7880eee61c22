import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/accounts/door";

export const metadata: Metadata = { title: "Check your mail", robots: { index: false } };

/** Says the same whether or not anybody is known by the address. */
export default function LinkSentPage() {
  return (
    <Door title="Check your mail">
      <p className="text-ink-soft">
        A link is on its way. It works once, for 20 minutes. Nothing there? Look among the unwanted mail, or{" "}
        <Link href="/sign-in" className="underline">
          ask for another
        </Link>
        .
      </p>
    </Door>
  );
}
