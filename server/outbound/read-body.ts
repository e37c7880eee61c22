import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Refusal } from "./refusal";

const DECODERS: Readonly<Record<string, (() => Transform) | undefined>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body's bytes, decompressed. Stops reading, and refuses, at the first byte above the limit on either side. */
export async function readBody(
  body: Readable,
  encoding: string,
  limits: { readonly bytes: number },
): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return collect(body, limits.bytes);
  const decoder = DECODERS[name]?.();
  if (!decoder) {
    body.destroy();
    throw new Refusal("encoding");
  }
  let compressed = 0;
  body.on("data", (chunk: Buffer) => {
    compressed += chunk.byteLength;
    if (compressed > limits.bytes) decoder.destroy(new Refusal("too_large"));
  });
  body.once("error", (error) => decoder.destroy(error));
  try {
    return await collect(body.pipe(decoder), limits.bytes);
  } catch (failure) {
    throw failure instanceof Error && "code" in failure && isDamage(failure.code)
      ? new Refusal("encoding")
      : failure;
  } finally {
    body.destroy();
  }
}

async function collect(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const piece = Buffer.from(chunk);
    bytes += piece.byteLength;
    if (bytes > most) throw new Refusal("too_large");
    chunks.push(piece);
  }
  return Buffer.concat(chunks);
}

function isDamage(code: unknown): boolean {
  return typeof code === "string" && (code.startsWith("Z_") || code.startsWith("ERR_BROTLI"));
}
