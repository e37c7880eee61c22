import { once } from "node:events";
import { createServer } from "node:http";
import { CANARIES } from "./canaries";

/** What the prompt says that the engine does. */
export const BEHAVIOURS = ["refuse this", "break this", "answer this"] as const;

export interface EchoingEngine {
  readonly url: string;
  /** The authorization headers and prompts that came in. */
  readonly heard: string[];
  close(): Promise<void>;
}

/** An engine on OpenAI's wire that throws back at us what it was sent: key and prompt in its errors, and in broken JSON. */
export async function startEchoingEngine(): Promise<EchoingEngine> {
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const echo = `${request.headers.authorization} asked ${body}`;
    heard.push(echo);
    const answer = (status: number, text: string) => {
      response.writeHead(status, { "content-type": "application/json", "x-echo": "1" });
      response.end(text);
    };
    if (body.includes("refuse this"))
      return answer(
        401,
        JSON.stringify({ error: { message: echo, type: "invalid_request_error", code: echo } }),
      );
    if (body.includes("break this")) return answer(200, `${echo} {`);
    const message = {
      type: "message",
      id: "msg_1",
      status: "completed",
      role: "assistant",
      content: [{ type: "output_text", text: CANARIES["an answer's text"], annotations: [] }],
    };
    answer(
      200,
      JSON.stringify({
        id: "resp_1",
        object: "response",
        status: "completed",
        model: "gpt-5-mini-2025-08-07",
        output: [message],
        usage: { input_tokens: 1, output_tokens: 1, total_tokens: 2 },
      }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the engine has no port");
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    heard,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
