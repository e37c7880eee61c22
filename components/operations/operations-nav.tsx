import { MailX } from "lucide-react";
import Link from "next/link";
import { lettersPath } from "./operations-path";

/** The pages of operators; one, so far. */
export function OperationsNav() {
  return (
    <nav aria-label="Operations">
      <ul className="flex flex-col gap-0.5">
        <li>
          <Link
            href={lettersPath()}
            aria-current="page"
            className="flex min-h-10 items-center gap-3 rounded-md bg-accent-soft px-3 py-1.5 font-semibold text-[0.95rem] text-accent max-lg:min-h-12 max-lg:text-base"
          >
            <MailX size={17} aria-hidden="true" />
            Dead letters
          </Link>
        </li>
      </ul>
    </nav>
  );
}
