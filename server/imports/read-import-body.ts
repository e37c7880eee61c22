import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { IMPORT_SCREEN_MAX_BYTES } from "./contract";

const TOO_LARGE = `The file is larger than ${IMPORT_SCREEN_MAX_BYTES / 1_000_000} MB. Split it and import the parts one after the other.`;
const NOT_TEXT =
  "This is not a text file in UTF-8. From a spreadsheet, save it as “CSV UTF-8” and choose that file.";

const unzip = promisify(gunzip);

/**
 * The text of an uploaded file. Never holds more than the limit of the import screen in memory, whatever the request's
 * headers say; `gzipped` bodies count as what they unpack to.
 */
export async function readImportBody(
  body: ReadableStream<Uint8Array> | null,
  gzipped: boolean,
): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > IMPORT_SCREEN_MAX_BYTES) return err(new AppError("invalid_input", TOO_LARGE));
    chunks.push(chunk);
  }
  const sent = Buffer.concat(chunks);
  const bytes = gzipped ? await unpack(sent) : ok(sent);
  return bytes.ok ? decode(bytes.value) : bytes;
}

async function unpack(sent: Buffer): Promise<Result<Buffer>> {
  try {
    return ok(await unzip(sent, { maxOutputLength: IMPORT_SCREEN_MAX_BYTES }));
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    const words = tooLarge ? TOO_LARGE : "The file arrived incomplete. Try again.";
    return err(new AppError("invalid_input", words));
  }
}

function decode(bytes: Buffer): Result<string> {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? err(new AppError("invalid_input", NOT_TEXT)) : ok(text);
  } catch {
    return err(new AppError("invalid_input", NOT_TEXT));
  }
}
