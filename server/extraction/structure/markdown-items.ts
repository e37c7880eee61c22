import type { LabelKind } from "./classify-label";
import type { ItemCollector } from "./item-collector";
import type { LineNode } from "./line-nodes";

const MOST_DEPTH = 40;
/** Share of names among a list's labels from which the list is one of items. */
const NAME_SHARE = 0.4;
/** The same for plain words, where no label is a sure name. */
const PLAIN_SHARE = 0.7;

/** What may be an item in a list of siblings of one shape: names, and in a list of names what stands beside them. */
function itemKinds(group: readonly LineNode[], offered: boolean): ReadonlySet<LabelKind> {
  const judged = group.filter(({ kind }) => kind !== "section" && kind !== "criteria");
  const names = judged.filter(({ kind }) => kind === "name").length;
  const plain = judged.filter(({ kind }) => kind === "plain").length;
  // Mostly headings of categories ("Best budget"): the odd one that looks like a name is one too.
  if (group.length - judged.length > names + plain && group[0]?.shape === "heading") return new Set();
  if (names > 0 && names + plain >= judged.length * NAME_SHARE) {
    return new Set(
      (names + plain) * 2 >= judged.length ? ["name", "plain", "generic", "coined"] : ["name", "plain"],
    );
  }
  if (offered && plain > 0) return new Set(["name", "plain", "coined", "generic"]);
  const alone = group.length === 1 && group[0]?.shape === "bold";
  return new Set((plain > 1 || alone) && plain >= judged.length * PLAIN_SHARE ? ["name", "plain"] : []);
}

function byShape(nodes: readonly LineNode[]): Map<string, LineNode[]> {
  const groups = new Map<string, LineNode[]>();
  for (const node of nodes) {
    const group = groups.get(node.shape);
    if (group === undefined) groups.set(node.shape, [node]);
    else group.push(node);
  }
  return groups;
}

/** Walks siblings: an item's own sub-lists are its properties; a section's are searched; advice is passed over. */
export function collectMarkdownItems(
  siblings: readonly LineNode[],
  collector: ItemCollector,
  depth = 0,
  offered = false,
): void {
  if (depth > MOST_DEPTH) return;
  const kinds = new Map([...byShape(siblings)].map(([shape, group]) => [shape, itemKinds(group, offered)]));
  for (const node of siblings) {
    if (node.kind === "criteria") continue;
    if (kinds.get(node.shape)?.has(node.kind) !== true) {
      if (node.kind !== "attribute" || node.shape === "heading")
        collectMarkdownItems(node.children, collector, depth + 1, collector.offers(node.label));
      continue;
    }
    collector.add(node.label);
    // "**Honourable mentions:**" hangs below the last item but opens a list of its own.
    const sections = node.children.filter((child) => child.shape === "bold" && child.kind === "section");
    collectMarkdownItems(sections, collector, depth + 1);
  }
}
