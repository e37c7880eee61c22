/** Whether what was typed is a number from 0 to `most`. */
export function isUpTo(typed: string, most: number): boolean {
  const value = Number(typed);
  return typed.trim() !== "" && value >= 0 && value <= most;
}

/** The same of a whole number. */
export function isWholeUpTo(typed: string, most: number): boolean {
  return isUpTo(typed, most) && Number.isInteger(Number(typed));
}
