import type { CompiledCues } from "./compile-cues";
import { FALLBACK, LANGUAGES } from "./languages";

const LOOKED_AT = 1500;
const KANA = /[\u3041-\u30FF]/gu;
const HAN = /\p{Script=Han}/gu;
const FOREIGN = /[^ -~]/u;
/** A text is in such a script when a third of its letters are. */
const SCRIPT_SHARE = 3;
/** Japanese is seldom without kana; a brand's name in kana doesn't make a Chinese text Japanese. */
const KANA_SHARE = 8;

/** Which languages a small word speaks for, by their place in LANGUAGES. */
const SPEAKS_FOR: ReadonlyMap<string, readonly number[]> = LANGUAGES.reduce((words, { signs }, index) => {
  for (const sign of signs) words.set(sign, [...(words.get(sign) ?? []), index]);
  return words;
}, new Map<string, number[]>());

function byScript(head: string): CompiledCues | null {
  if (!FOREIGN.test(head)) return null;
  const kana = head.match(KANA)?.length ?? 0;
  const han = head.match(HAN)?.length ?? 0;
  if (kana + han === 0) return null;
  if ((kana + han) * SCRIPT_SHARE <= (head.match(/\p{L}/gu)?.length ?? 0)) return null;
  const language = kana * KANA_SHARE > han ? "ja" : "zh";
  return LANGUAGES.find((each) => each.language === language) ?? null;
}

/** The language that a text is in, by its script or its small words; English where nothing tells. */
export function detectLanguage(text: string): CompiledCues {
  const head = text.slice(0, LOOKED_AT);
  const script = byScript(head);
  if (script !== null) return script;
  const votes = LANGUAGES.map(() => 0);
  for (const [word] of head.toLowerCase().matchAll(/\p{L}+/gu)) {
    const spoken = SPEAKS_FOR.get(word);
    for (const index of spoken ?? []) votes[index] = (votes[index] ?? 0) + 1;
    if (spoken !== undefined || !FOREIGN.test(word)) continue;
    LANGUAGES.forEach(({ letter }, index) => {
      if (letter.test(word)) votes[index] = (votes[index] ?? 0) + 1;
    });
  }
  const most = Math.max(...votes);
  return (most === 0 ? undefined : LANGUAGES[votes.indexOf(most)]) ?? FALLBACK;
}
