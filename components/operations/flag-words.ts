/** In which orgs a flag is on, in words. */
export function shareWords(percent: number): string {
  if (percent <= 0) return "off";
  return percent >= 100 ? "on" : `on in ${percent} of 100 orgs`;
}
