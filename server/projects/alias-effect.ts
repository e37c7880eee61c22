import {
  type BrandDefinition,
  type BrandSet,
  compileBrandSet,
  type Extraction,
  extractAnswer,
  foldName,
  type Span,
} from "@/server/extraction";

/** A brand as somebody is typing it, with the one of its names that is looked at. */
export interface AliasDraft {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly alias: string;
}

/** The brand sets that an alias is judged by: with it, without it, and with nothing else. */
export interface AliasTrial {
  readonly brandId: string;
  readonly withAlias: BrandSet;
  readonly without: BrandSet;
  readonly alone: BrandSet;
  /** The alias in the form in which it may stand inside other names. */
  readonly compact: string;
}

/** What the alias does to one answer. */
export interface AliasEffect {
  readonly outcome: "adds" | "undecided" | "already" | "none";
  /** Where it would name the brand, or might; empty for the other outcomes. */
  readonly spans: readonly Span[];
  /** Where the alias stands inside a longer name, and whose. */
  readonly keptByOthers: readonly { readonly brandId: string; readonly spans: readonly Span[] }[];
  /** Brands that the answer would no longer name. */
  readonly takenFromOthers: readonly string[];
}

/** Compiles the three sets once for many answers. `brands` are those that are matched now; the draft takes its own's place. */
export function aliasTrial(brands: readonly BrandDefinition[], draft: AliasDraft): AliasTrial {
  const { id, domains, alias } = draft;
  const looked = foldName(alias);
  const others = [draft.name, ...draft.aliases].filter((name) => ![looked, ""].includes(foldName(name)));
  const own = brands.find((brand) => brand.id === id)?.own ?? false;
  const brandOf = ([name, ...aliases]: readonly string[]): BrandDefinition[] =>
    name === undefined && domains.length === 0 ? [] : [{ id, name: name ?? "", aliases, domains, own }];
  // In its own place: of brands that match alike, the first listed wins.
  const setWith = (names: readonly string[]) => {
    const at = brands.findIndex((brand) => brand.id === id);
    const place = at === -1 ? brands.length : at;
    return compileBrandSet([...brands.slice(0, place), ...brandOf(names), ...brands.slice(place + 1)]);
  };
  return {
    brandId: id,
    withAlias: setWith([...others, alias]),
    without: setWith(others),
    alone: compileBrandSet([{ id, name: alias, aliases: [], domains: [], own }]),
    compact: compactName(alias),
  };
}

/** Reads one answer to `prompt` with the real extractor, with and without the alias. Pure. */
export function aliasEffect(
  { brandId, compact, ...sets }: AliasTrial,
  { text, prompt }: { readonly text: string; readonly prompt: string },
): AliasEffect {
  const read = (brandSet: BrandSet) => extractAnswer({ text, prompt, sources: [], brandSet });
  const withAlias = read(sets.withAlias);
  const hits = spansOf(read(sets.alone));
  // Where the alias stands nowhere, it changes nothing.
  const without = hits.length === 0 ? withAlias : read(sets.without);
  const named = new Set(withAlias.mentions.map((mention) => mention.brandId));
  return {
    ...outcomeOf(brandId, withAlias, without),
    keptByOthers: [...withAlias.mentions, ...withAlias.ambiguous]
      .filter((other) => other.brandId !== brandId)
      .map((other) => ({
        brandId: other.brandId,
        spans: other.spans.filter(
          (span) => hits.some((hit) => overlap(span, hit)) || standsInside(compact, text, span),
        ),
      }))
      .filter(({ spans }) => spans.length > 0),
    takenFromOthers: without.mentions.flatMap((other) =>
      other.brandId === brandId || named.has(other.brandId) ? [] : [other.brandId],
    ),
  };
}

function outcomeOf(
  brandId: string,
  withAlias: Extraction,
  without: Extraction,
): Pick<AliasEffect, "outcome" | "spans"> {
  const of = (found: Extraction["mentions"] | Extraction["ambiguous"]) =>
    found.find((each) => each.brandId === brandId);
  if (of(without.mentions)) return { outcome: "already", spans: [] };
  const mention = of(withAlias.mentions);
  if (mention) return { outcome: "adds", spans: mention.spans };
  const undecided = of(withAlias.ambiguous);
  if (undecided && !of(without.ambiguous)) return { outcome: "undecided", spans: undecided.spans };
  return { outcome: "none", spans: [] };
}

function spansOf({ mentions, ambiguous }: Extraction): Span[] {
  return [...mentions, ...ambiguous].flatMap(({ spans }) => spans);
}

/** "Note" in "NoteFlow": no hit of its own, since it is no word there, and yet what a reader looks for. */
function standsInside(compact: string, text: string, { start, end }: Span): boolean {
  if (end - start <= compact.length) return false;
  const surface = compactName(text.slice(start, end));
  return surface.length > compact.length && surface.includes(compact);
}

function compactName(name: string): string {
  return foldName(name).replaceAll(" ", "");
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}
