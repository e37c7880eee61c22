/** A word with where it stands, in UTF-16 units. `key`: what two writings of one word share. */
export interface Word {
  readonly key: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });
const MARKS = /\p{M}/gu;
const KANA_ALONE = /^[\p{sc=Hiragana}ー]+$/u;

/** The words of a text in any script, numbers included, in their order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    words.push({ key: keyOf(segment), text: segment, start: index, end: index + segment.length });
  }
  return words;
}

/** Case, accents, width and a plural's or a third person's ending make no difference. */
export function keyOf(word: string): string {
  const folded = word.normalize("NFKC").toLowerCase().normalize("NFD").replace(MARKS, "");
  const plain = folded.replace(/['’]s$/, "").replace(/['’]/g, "");
  if (plain.length > 4 && plain.endsWith("ies")) return `${plain.slice(0, -3)}y`;
  return plain.length > 3 && plain.endsWith("s") && !plain.endsWith("ss") ? plain.slice(0, -1) : plain;
}

/** Words that stand in any sentence, by their keys: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const SMALL = new Set(
  `a an the of to in on at by for from with and or as is are was were be been being it its this that these those there their
   they them he she his her you your we our i who which what when where how than then also so such more most very can could
   may might will would should do does did has have had not no nor but if into about over under up out per each all any some
   only just even still both other own same too
   der die das den dem des ein eine einer einem einen eine und oder ist sind war waren wird werden im am zum zur mit von vom
   fur auf aus bei nach uber als auch nicht kein sich es sie er wir ihr man dass wie noch nur so zu
   le la les l un une de du d des et ou est sont etait a au aux en dans par pour sur avec ce cette ces qui que quoi il elle on
   se sa son ses leur plus ne pas s
   el los las lo uno una y o es son era al del en con por para su sus que como mas no se
   il gli uno e di da per con su che non e
   o os um uma do da dos das no na nos nas e ou
   het een van en of te op met voor door aan bij dat die zijn wordt niet`
    .split(/\s+/)
    .map(keyOf),
);

/** Whether a word says something by itself: no article, no auxiliary, no Japanese particle. */
export function isContent({ key }: Pick<Word, "key">): boolean {
  return !SMALL.has(key) && !KANA_ALONE.test(key) && /[\p{L}\p{N}]/u.test(key);
}
