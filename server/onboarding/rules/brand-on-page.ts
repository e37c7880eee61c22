import { brandNameProblem, foldName, withoutLegalForm } from "@/server/extraction";
import { entitiesOf, isOneOf, textsOf } from "./linked-data";
import type { PageFacts } from "./read-page";

const ORGANISATIONS = new Set(
  "Organization Corporation LocalBusiness Store OnlineStore OnlineBusiness Brand NGO Restaurant Hotel Dentist ProfessionalService".split(
    " ",
  ),
);
const SITES = new Set(["WebSite"]);
const PRODUCTS = new Set(["SoftwareApplication", "WebApplication", "MobileApplication", "Product"]);

const LONGEST_NAME = 60;
const MOST_ALIASES = 5;

export interface BrandOnPage {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Host names without "www.", the one that was read first. */
  readonly domains: readonly string[];
}

/** Parts of a title: "Standing desks | Halvorn". A hyphen parts only between spaces: "Coca-Cola" is one name. */
export function titleParts(title: string): string[] {
  return title
    .split(/\s+[|–—·•»-]\s+|\s*[|»]\s*|:\s+/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** What the brand is called, also called, and where it lives: as the page says it, else by its address. */
export function brandOnPage(page: PageFacts, host: string): BrandOnPage {
  const entities = entitiesOf(page.linkedData);
  const organisations = entities.filter((entity) => isOneOf(entity, ORGANISATIONS));
  const label = labelOf(host);
  const named = (types: ReadonlySet<string>) =>
    entities.filter((entity) => isOneOf(entity, types)).flatMap(({ name }) => textsOf(name));
  const siteNames = [page.meta.get("og:site_name"), page.meta.get("application-name")].flatMap(
    (name) => name ?? [],
  );
  const parts = titleParts(page.title);
  const alike = [...parts, ...named(PRODUCTS)].filter((part) => isLike(part, label));
  const organisationNames = organisations.flatMap(({ name }) => textsOf(name));
  // The page may tell of its publisher, a bank or a map service: what is like its address comes first.
  const candidates = [
    ...organisationNames.filter((name) => isLike(name, label)),
    ...siteNames.filter((name) => isLike(name, label)),
    ...named(SITES).filter((name) => isLike(name, label)),
    ...alike,
    ...siteNames,
    ...organisationNames.slice(0, 1),
    ...named(SITES),
  ].filter((name) => isName(name, host));
  const name = withoutLegalForm(candidates[0] ?? fromLabel(label));
  const others = [
    ...organisations
      .filter(
        (entity) => textsOf(entity.name).some((each) => isLike(each, label)) || organisations.length === 1,
      )
      .flatMap(({ alternateName, legalName }) => [...textsOf(alternateName), ...textsOf(legalName)]),
    ...candidates.filter((each) => isLike(each, label)),
  ];
  return { name, aliases: distinctFrom(name, others, host), domains: domainsOf(page, organisations, host) };
}

function distinctFrom(name: string, others: readonly string[], host: string): string[] {
  const seen = new Set([foldName(name)]);
  return others
    .map(withoutLegalForm)
    .filter((other) => {
      const folded = foldName(other);
      if (seen.has(folded) || !isName(other, host)) return false;
      seen.add(folded);
      return true;
    })
    .slice(0, MOST_ALIASES);
}

/** The address that was read, and others of the same name that the page calls its own: acme.com, acme.de. */
function domainsOf(
  page: PageFacts,
  organisations: readonly Record<string, unknown>[],
  host: string,
): string[] {
  const label = labelOf(host);
  const urls = [
    ...page.alternates,
    ...organisations.flatMap(({ url, sameAs }) => [...textsOf(url), ...textsOf(sameAs)]),
  ];
  const hosts = urls.flatMap((url) => {
    const other = URL.parse(url)?.hostname.replace(/^www\./, "") ?? "";
    return other !== "" && labelOf(other) === label ? [other] : [];
  });
  // A shop of the same site is found by the site's own name: subdomains are not listed beside it.
  const distinct = [...new Set([host, ...hosts])];
  return distinct.filter((each) => each === host || !each.endsWith(`.${host}`)).slice(0, 10);
}

function isName(name: string, host: string): boolean {
  if (name.length > LONGEST_NAME || name.split(" ").length > 6) return false;
  if (/https?:|www\.|[<>{}]/i.test(name) || name.toLowerCase() === host) return false;
  return /\p{L}|\p{N}/u.test(name) && brandNameProblem(name) === null;
}

/** Whether a name and a host's label are the same but for spaces and signs, or one begins with the other. */
function isLike(name: string, label: string): boolean {
  const bare = foldName(withoutLegalForm(name))
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");
  const wanted = label.replace(/[^\p{L}\p{N}]/gu, "");
  if (bare.length < 2 || wanted.length < 2) return false;
  if (bare === wanted) return true;
  return (
    Math.min(bare.length, wanted.length) >= 4 &&
    (wanted.includes(bare) || bare.startsWith(wanted)) &&
    name.split(" ").length <= 4
  );
}

const SECOND_LEVEL = /^(co|com|org|net|ac|gov|edu|or|ne)$/;

/** The part of a host that is its name: "acme" of shop.acme.co.uk. */
export function labelOf(host: string): string {
  const parts = host.toLowerCase().split(".");
  const [top = "", second = ""] = [parts.at(-1), parts.at(-2)];
  const at = parts.length > 2 && top.length === 2 && SECOND_LEVEL.test(second) ? -3 : -2;
  return parts.at(at) ?? parts[0] ?? host;
}

/** "acme-desks" as a person might write it: "Acme Desks". */
function fromLabel(label: string): string {
  return label
    .split("-")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(" ");
}
