import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { IMPORT_SCREEN_MAX_BYTES } from "./contract";
import { readImportBody } from "./read-import-body";

const MEGABYTE = 1_000_000;

function bodyOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(sent, sent + MEGABYTE));
      sent += MEGABYTE;
    },
  });
}
const read = async (bytes: Uint8Array, gzipped = false) => {
  const result = await readImportBody(bodyOf(bytes), gzipped);
  return result.ok ? result.value.length : result.error.message;
};
const TOO_LARGE = /^The file is larger than 20 MB/;

test("20 MB come in and one byte more is refused, packed or not", async () => {
  const [most, more] = [
    Buffer.alloc(IMPORT_SCREEN_MAX_BYTES, "a"),
    Buffer.alloc(IMPORT_SCREEN_MAX_BYTES + 1, "a"),
  ];
  expect(await read(most)).toBe(IMPORT_SCREEN_MAX_BYTES);
  expect(await read(gzipSync(most), true)).toBe(IMPORT_SCREEN_MAX_BYTES);
  expect(await read(more)).toMatch(TOO_LARGE);
  expect(await read(gzipSync(more), true)).toMatch(TOO_LARGE);
});

test("a body without end is not read to its end", async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(MEGABYTE));
    },
  });
  const result = await readImportBody(endless, false);
  expect(result.ok).toBe(false);
  expect(pulled).toBeLessThan(25);
});

test("what isn't text, and what arrived cut off, is refused in words", async () => {
  expect(await read(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]))).toMatch(/save it as “CSV UTF-8”/);
  expect(await read(Buffer.from("Caf\u00e9", "latin1"))).toMatch(/not a text file in UTF-8/);
  expect(await read(Buffer.from("Café", "utf16le"))).toMatch(/not a text file in UTF-8/);
  expect(await read(gzipSync("Halvorn").subarray(0, 12), true)).toMatch(/arrived incomplete/);
  expect(await read(Buffer.from("Café"))).toBe(4);
  expect(await readImportBody(null, false)).toEqual({ ok: true, value: "" });
});
