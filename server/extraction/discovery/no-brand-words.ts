import { GENERIC_WORDS, SMALL_WORDS } from "@/server/extraction/structure/label-tables";

/** Words that stand in labels beside brands or without one, and are no brand. Folded. */
const WORDS: ReadonlySet<string> = new Set(
  `best top overall budget premium luxury value pick picks choice option options runner up winner affordable cheap
  note notes tip tips price prices pros cons features summary conclusion verdict why where how what when who
  online store stores shop shops retailer retailers department specialty brand brands local website websites
  reviews review sites app apps free paid plan plans basic pro plus max mini ultra lite air new used refurbished
  i you we it they this that these those my our your he she yes no if so here there some many most all both each
  january february march april may june july august september october november december monday tuesday wednesday
  thursday friday saturday sunday us usa uk eu english german french spanish chinese american european`
    .split(/\s+/u)
    .filter((word) => word !== ""),
);

/** Whether a folded word says nothing about who makes a thing. */
export function isNoBrandWord(folded: string): boolean {
  return WORDS.has(folded) || GENERIC_WORDS.has(folded) || SMALL_WORDS.has(folded);
}
