export const SPACE = 0x20;
export const CAPITAL_I_WITH_DOT = 0x130;
export const DOT_ABOVE = 0x307;
/** Classes of letters: a to z by themselves, then all others. */
export const CLASSES = 28;
const OTHER_LETTER = 27;
const BEFORE_A = 0x60;
const AFTER_Z = 0x7b;
const LAST_UNIT = 0xffff;

const LOWERED = /\p{Changes_When_Lowercased}/gu;
const LETTERS = /\p{L}+/gu;
const GAPS = /[\s*_`#>"“”„«»\uFFFC[\]|]/gu;

/** How a passage writes a UTF-16 unit: in lower case, markup and white space as a space, one kind of apostrophe. */
export const READING_OF = new Uint16Array(LAST_UNIT + 1);
/** A letter's class from 1 on; 0 for what is no letter by itself. */
export const LETTER_CLASS = new Uint8Array(LAST_UNIT + 1);

fill();

function fill(): void {
  for (let unit = 0; unit <= LAST_UNIT; unit += 1) READING_OF[unit] = unit;
  const every = Buffer.from(READING_OF.buffer).toString("utf16le");
  for (const { index } of every.matchAll(LOWERED))
    READING_OF[index] = every.charAt(index).toLowerCase().charCodeAt(0);
  for (const { index } of every.matchAll(GAPS)) READING_OF[index] = SPACE;
  READING_OF[0x2019] = 0x27;
  for (const { index, 0: run } of every.matchAll(LETTERS))
    LETTER_CLASS.fill(OTHER_LETTER, index, index + run.length);
  for (let unit = BEFORE_A + 1; unit < AFTER_Z; unit += 1) LETTER_CLASS[unit] = unit - BEFORE_A;
}
