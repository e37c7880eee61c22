/** A vendor's code may be shown; free text of a vendor may not: whatever doesn't look like a code becomes "unknown error". */
export function vendorCode(code: string | number | null | undefined): string {
  const text = String(code ?? "");
  return /^[a-z0-9_.-]{1,60}$/i.test(text) ? text : "unknown error";
}
