import type { DeadLetterItem } from "@/server/operations/contract";

/** A job's error as it says it; its kind in front, where that says more than that it is one. */
export function ErrorWords({ error: { name, message } }: Pick<DeadLetterItem, "error">) {
  return (
    <>
      {name !== "" && name !== "Error" && <span className="font-semibold text-danger">{name} </span>}
      {message.text}
      {message.cut && " …"}
    </>
  );
}
