import type { UnitText } from "@/server/extraction/normalise/unit-text";
import { collectCardItems, collectFlattenedItems } from "./flattened-items";
import { type Item, ItemCollector } from "./item-collector";
import { lineNodes } from "./line-nodes";
import { LowerWords } from "./lower-words";
import { collectMarkdownItems } from "./markdown-items";
import { hasBlocks } from "./page-blocks";
import { collectPageItems } from "./page-items";

/**
 * Items of the recommendation lists of masked prose, in reading order, each counted once: headings, numbered and
 * bulleted lists, bold lead-ins and table rows; for a page flattened to one line its lead-ins, else its product cards.
 * Depends on the text alone, so that a brand's rank doesn't change with what else is tracked.
 */
export function findItems(text: UnitText): Item[] {
  const { text: prose } = text;
  const collector = new ItemCollector(prose);
  const lower = new LowerWords(text);
  collectMarkdownItems(lineNodes(prose, lower), collector);
  if (collector.items.length > 0) return collector.items;
  if (hasBlocks(prose)) collectPageItems(prose, lower, collector);
  if (collector.items.length === 0) collectFlattenedItems(prose, lower, collector);
  if (collector.items.length === 0) collectCardItems(prose, lower, collector);
  return collector.items;
}
