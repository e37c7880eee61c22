/** Why an ask was put off, in words for the customer, when its tries end with it. */
export function restingWords(label: string): string {
  return `${label} is not answering at the moment`;
}

/** Why an engine is not asked. `reason` is the operator's, written for customers. */
export function pausedWords(label: string, reason: string): string {
  return `${label} is paused: ${reason}`;
}
