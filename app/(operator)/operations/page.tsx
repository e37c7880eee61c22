import { redirect } from "next/navigation";
import { lettersPath } from "@/components/operations/operations-path";

/** The first page of operators. */
export default function OperationsPage() {
  redirect(lettersPath());
}
