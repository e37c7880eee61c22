import { enterOrg } from "@/server/accounts";
import { type Context, limitedTo, runInContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, unwrap } from "@/server/kernel/result";
import { answerRefused } from "./answer-refused";
import type { RequestContext } from "./request-context";
import { requirePerson } from "./require-person";

/**
 * A route's answer for the person of `request`, as a member of the org at that address: `work` runs in the context that
 * the membership allows. What it throws is answered as a procedure would: 401 signed out, 404 for somebody else's org.
 */
export async function answerMember(
  request: RequestContext,
  org: string,
  path: string,
  work: (context: Context) => Promise<Response>,
): Promise<Response> {
  const { requestId } = request;
  try {
    const user = requirePerson(request);
    const context = unwrap(await enterOrg(user.userId, org, requestId));
    const response = await runInContext(context, async () => {
      // A client viewer takes nothing away but what the procedures show.
      if (limitedTo() !== undefined) unwrap(err(forbidden("take this away")));
      return work(context);
    });
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (thrown) {
    return answerRefused(thrown, path, requestId);
  }
}
