import { unwrap } from "@/server/kernel/result";
import { enterOperations, type Operator } from "@/server/operations";
import { answerRefused } from "./answer-refused";
import type { RequestContext } from "./request-context";
import { requirePerson } from "./require-person";

/**
 * A route's answer for the person of `request`, as one who runs the platform, in no org. Anybody else who is signed in gets
 * the 404 of what isn't there. What `work` throws is answered as a procedure would.
 */
export async function answerOperator(
  request: RequestContext,
  path: string,
  work: (operator: Operator) => Promise<Response>,
): Promise<Response> {
  const { requestId } = request;
  try {
    const user = requirePerson(request);
    const response = await work(unwrap(await enterOperations(user.userId, requestId)));
    response.headers.set("x-request-id", requestId);
    return response;
  } catch (thrown) {
    return answerRefused(thrown, path, requestId);
  }
}
