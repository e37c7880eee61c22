/** What a passage may hold, one bit each: told by the first words of all cues, before anything is read closely. */
export const HINT = {
  cue: 1,
  /** A word of contrast, or a semicolon. */
  contrast: 2,
  negation: 4,
  notOnly: 8,
  loser: 16,
  passing: 32,
  saying: 64,
  condition: 128,
  heading: 256,
  bracket: 512,
  question: 1024,
} as const;

export type HintName = keyof typeof HINT;
/** Bits of HINT, joined. */
export type Hints = number;

/** Signs that hint at something by themselves; the apostrophe at "isn't". */
export function hintOfSign(unit: number): Hints {
  switch (unit) {
    case 0x27:
      return HINT.negation;
    case 0x28:
      return HINT.bracket;
    case 0x3b:
    case 0xff1b:
      return HINT.contrast;
    case 0x3f:
    case 0xff1f:
      return HINT.question;
    default:
      return 0;
  }
}
