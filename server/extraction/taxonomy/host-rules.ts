import type { DomainClass } from "@/server/extraction/contract";

/**
 * Suffixes that only authorities, universities and their like can register under. `.org` is not among them: anybody buys
 * one. Compared with the end of a host, label by label.
 */
export const INSTITUTION_SUFFIXES: readonly string[] = `
gov mil edu int museum gov.uk ac.uk nhs.uk police.uk mod.uk sch.uk parliament.uk gov.au edu.au gov.nz govt.nz ac.nz school.nz mil.nz
gc.ca gov.ie gouv.fr gob.es gob.mx gob.ar gob.cl gob.pe gob.ec gob.ve gov.co gov.br edu.br leg.br jus.br mil.br gov.pt edu.pt
gov.it edu.it gov.pl edu.pl mil.pl gov.gr edu.gr gov.cz gov.sk gov.hu gov.ro gov.bg gov.si gov.hr gov.rs gov.ua edu.ua
gov.ru gov.tr edu.tr bel.tr gov.il ac.il muni.il gov.in nic.in ac.in edu.in res.in gov.pk edu.pk gov.bd gov.lk go.jp ac.jp lg.jp
ed.jp go.kr ac.kr re.kr gov.cn edu.cn ac.cn gov.hk edu.hk gov.tw edu.tw gov.sg edu.sg gov.my edu.my go.id ac.id go.th
ac.th gov.ph edu.ph gov.vn edu.vn gov.za ac.za gov.ng edu.ng go.ke ac.ke gov.eg edu.eg gov.sa edu.sa gov.ae ac.ae edu.mx
edu.co edu.ar edu.pe edu.cl edu.ec gv.at ac.at ac.be admin.ch europa.eu`
  .split(/\s+/u)
  .filter((suffix) => suffix !== "");

/** A site's own forum or shop, by the first label of its host; the site itself may be of another class. */
export const CLASS_OF_LABEL: ReadonlyMap<string, DomainClass> = new Map([
  ["forum", "community"],
  ["forums", "community"],
  ["foro", "community"],
  ["foros", "community"],
  ["community", "community"],
  ["communities", "community"],
  ["discuss", "community"],
  ["discussion", "community"],
  ["discussions", "community"],
  ["boards", "community"],
  ["bbs", "community"],
  ["shop", "retailer"],
  ["store", "retailer"],
  ["tienda", "retailer"],
  ["boutique", "retailer"],
  ["loja", "retailer"],
]);

/** Parts of a site that are of another class than the rest: host and beginning of the path. */
export const CLASS_OF_PATH: readonly (readonly [host: string, path: string, domainClass: DomainClass])[] = [
  ["nytimes.com", "/wirecutter/", "review"],
  ["google.com", "/maps/", "review"],
  ["google.com", "/shopping/", "retailer"],
  ["apple.com", "/shop/", "retailer"],
  ["yahoo.com", "/news/", "editorial"],
  ["msn.com", "/", "editorial"],
  ["linkedin.com", "/learning/", "video"],
  ["facebook.com", "/watch/", "video"],
  ["facebook.com", "/marketplace/", "retailer"],
  ["facebook.com", "/groups/", "community"],
  ["wordpress.org", "/support/", "community"],
];

/** Sections of a site that are its forum, whatever the site is. */
export const FORUM_PATH =
  /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:forums?|foros?|community|communities|board|boards|bbs|discussions?)(?:\/|$)/u;
