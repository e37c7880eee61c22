import { createHash } from "node:crypto";
import { strToU8, Zip, ZipDeflate } from "fflate";

/** A file of the archive: its text, part by part. */
export interface ZippedFile {
  readonly name: string;
  readonly parts: AsyncIterable<string>;
}

/**
 * A zip archive of these files, in bytes as they come; the last file is SHA256SUMS, one line a file before it. It holds a
 * part at a time: a file may be of any size.
 */
export async function* zipFiles(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const sums: string[] = [];
  async function* add({ name, parts }: ZippedFile): AsyncGenerator<Uint8Array> {
    // Text of one shape: the quickest level makes it a tenth of its size.
    const file = new ZipDeflate(name, { level: 1 });
    const hash = createHash("sha256");
    zip.add(file);
    for await (const part of parts) {
      const bytes = strToU8(part);
      hash.update(bytes);
      file.push(bytes);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(), true);
    sums.push(`${hash.digest("hex")}  ${name}\n`);
    yield* ready.splice(0);
  }
  for await (const file of files) yield* add(file);
  yield* add({ name: "SHA256SUMS", parts: only(sums.join("")) });
  zip.end();
  yield* ready.splice(0);
}

/** One part. */
export async function* only(text: string): AsyncGenerator<string> {
  yield text;
}
