/** A judgement is a few kilobytes; ten times a long list of suggestions is a broken or hostile server. */
const MOST_BYTES = 512 * 1024;

export class ReplyTooLarge extends Error {
  constructor() {
    super(`the reply is larger than ${MOST_BYTES} bytes`);
    this.name = "ReplyTooLarge";
  }
}

/** `fetch` that follows no redirect (the key would travel with it) and gives up on a body of more than 512 kB. */
export const boundedFetch: typeof globalThis.fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (!response.body) return response;
  let bytes = 0;
  const body = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        if (bytes > MOST_BYTES) controller.error(new ReplyTooLarge());
        else controller.enqueue(piece);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
};
