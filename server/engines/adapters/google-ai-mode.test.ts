import { expect, it } from "vitest";
import { askEngine } from "../ask-engine";
import { mintedAsk } from "../testing/minted-ask";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks Google AI Mode the prompt verbatim, through the vendor's decoding", async () => {
  const { ask, reply, body } = await sentRequest("google_ai_mode", awkwardPrompt);
  const [task] = JSON.parse(reply.body).tasks;
  expect(task.result[0].keyword).toBe(awkwardPrompt);
  expect(body[0].keyword).not.toBe(awkwardPrompt);
  expect(task.data.tag).toBe(ask.askId);
  expect(body[0]).toMatchObject({ location_code: 2840, language_code: "en" });
});

it("refuses before sending what Google AI Mode can't take", async () => {
  const environment = { ENGINE_SANDBOX_URL: "http://sandbox.invalid" };
  const long = askEngine("google_ai_mode", mintedAsk("x".repeat(701)), { environment });
  await expect(long).rejects.toThrow("at most 700 characters");
  const abroad = { ...mintedAsk("which desk?"), locale: { country: "XX", language: "en" } };
  await expect(askEngine("google_ai_mode", abroad, { environment })).rejects.toMatchObject({
    kind: "rejected",
    retryable: false,
    mayHaveBeenPaid: false,
  });
});
