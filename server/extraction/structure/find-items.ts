import { collectCardItems, collectFlattenedItems } from "./flattened-items";
import { type Item, ItemCollector } from "./item-collector";
import { lineNodes } from "./line-nodes";
import { collectMarkdownItems } from "./markdown-items";

/**
 * Items of the recommendation lists of masked prose, in reading order, each counted once: headings, numbered and
 * bulleted lists, bold lead-ins and table rows; for a page flattened to one line its lead-ins, else its product cards.
 * Depends on the text alone, so that a brand's rank doesn't change with what else is tracked.
 */
export function findItems(prose: string): Item[] {
  const collector = new ItemCollector(prose);
  collectMarkdownItems(lineNodes(prose), collector);
  if (collector.items.length > 0) return collector.items;
  collectFlattenedItems(prose, collector);
  if (collector.items.length === 0) collectCardItems(prose, collector);
  return collector.items;
}
