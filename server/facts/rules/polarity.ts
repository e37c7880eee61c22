/** Whether a clause affirms what it speaks of, denies it, or leaves it open (a question, a guess, something of the past). */
export type Polarity = "affirmed" | "denied" | "open";

const NEGATIONS =
  /\b(?:not(?! only)|no|never|neither|nor|cannot|can['’]?t|without|lacks?|lacking|missing|unavailable|nicht(?! nur)|kein\w*|ohne|fehlt|pas|sans|aucune?|jamais|sin|nunca|carece|ningun[ao]?|tampoco|niet|geen|non)\b|n['’]t\b|n['’](?=est|a |offre)|ません|ない|なし|没有|不支持/giu;
/** What looks like a negation and is none. */
const HARMLESS = /\bno (?:doubt|wonder|matter|less)\b|\bnot only\b|\bnicht nur\b|\bpas seulement\b/giu;
const OPEN =
  /\?|？|\b(?:might|could|may|would|reportedly|rumou?red|allegedly|supposedly|planned|plans to|upcoming|coming soon|if|whether|vielleicht|angeblich|könnte|geplant|peut-être|pourrait|serait|quizás|podría|supuestamente)\b/u;
const PAST =
  /\b(?:used to|formerly|previously|in the past|no longer (?:cost|charge)\w*|früher|ehemals|damals|auparavant|autrefois|antiguamente)\b/iu;

export function polarityOf(clause: string): Polarity {
  if (OPEN.test(clause)) return "open";
  const denials = clause.replace(HARMLESS, " ").match(NEGATIONS)?.length ?? 0;
  return denials === 0 ? "affirmed" : denials === 1 ? "denied" : "open";
}

/** Whether it tells how something was, rather than how it is. */
export function isPast(clause: string): boolean {
  return PAST.test(clause);
}
