import { unwrap } from "@/server/kernel/result";
import { exportMargin, readMarginChoice } from "@/server/operations";
import { asOperator } from "@/server/trpc/handler";

/** A month of the margin report as CSV, for operators: `?month=2026-11&credit=0.02`, as in the report's own address. */
export function GET(request: Request): Promise<Response> {
  const choice = readMarginChoice(Object.fromEntries(new URL(request.url).searchParams));
  return asOperator(request, async (operator) => {
    const { fileName, csv } = unwrap(await exportMargin(operator, choice));
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
