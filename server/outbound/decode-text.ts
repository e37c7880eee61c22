const META_CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,40})/i;
/** How far into a page its own declaration is looked for (HTML Standard, "prescan"). */
const PRESCAN_BYTES = 1_024;

/** The bytes as text: by a byte order mark, else by the header's charset, else by the page's own, else as UTF-8. */
export function decodeText(bytes: Buffer, contentType: string): string {
  const declared =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ??
    META_CHARSET.exec(bytes.subarray(0, PRESCAN_BYTES).toString("latin1"))?.[1];
  return decoderFor(bytes, declared).decode(bytes);
}

function decoderFor(bytes: Buffer, declared: string | undefined): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be");
  try {
    return new TextDecoder(declared ?? "utf-8");
  } catch {
    return new TextDecoder("utf-8");
  }
}
