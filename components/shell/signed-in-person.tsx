import Link from "next/link";

interface Props {
  readonly person: { readonly name: string; readonly email: string };
  readonly signOut: () => Promise<void>;
}

/** Who is signed in, and the way out. */
export function SignedInPerson({ person, signOut }: Props) {
  return (
    <form action={signOut} className="flex items-center justify-between gap-2 text-sm">
      <Link href="/account" className="min-w-0 rounded-md hover:text-accent">
        <span className="sr-only">Your account: </span>
        <span className="block truncate font-medium">{person.name}</span>
        <span className="block truncate text-ink-faint text-xs">{person.email}</span>
      </Link>
      <button
        type="submit"
        className="min-h-9 shrink-0 cursor-pointer rounded-md px-2 text-ink-soft hover:bg-paper hover:text-ink max-lg:min-h-11"
      >
        Sign out
      </button>
    </form>
  );
}
