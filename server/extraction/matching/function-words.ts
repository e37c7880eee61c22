/**
 * Words of grammar that are brands as well ("Nothing", "On", "All"). Written with a capital at a sentence's start they name
 * nobody; written in capitals they are stressed.
 */
const PRONOUNS =
  "nothing everything something anything nobody everyone anyone all any both each every either neither none one ones it its us we you they he she who whom whose what which this that these those more most many much few some such other others another same own my your our their his her";

/** The same for words that no verb follows as its subject: "On makes shoes" is about the maker. */
const PARTICLES =
  "on in at up over under off out to for from with within without by of as into onto upon about above across after against along among around before behind below beneath beside besides between beyond down during except inside near next outside past per since than through throughout toward towards until via and or but nor so yet if unless while although though because when where whether why how not no yes now then here there thus hence again always ever never just only also too very maybe perhaps otherwise";

const pronouns: ReadonlySet<string> = new Set(PRONOUNS.split(" "));
const particles: ReadonlySet<string> = new Set(PARTICLES.split(" "));

/** What kind of grammar word a folded word is; null for none. */
export function grammarWord(folded: string): "pronoun" | "particle" | null {
  if (pronouns.has(folded)) return "pronoun";
  return particles.has(folded) ? "particle" : null;
}
