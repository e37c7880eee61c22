/** A text with its UTF-16 units, which are quicker to walk over than a string. */
export type UnitText = { readonly text: string; readonly units: Uint16Array };

export function unitText(text: string): UnitText {
  const units = new Uint16Array(text.length);
  Buffer.from(units.buffer).write(text, "utf16le");
  return { text, units };
}
