/** Query parameters that say how a reader came, not what the page is. Compared in lower case. */
export const TRACKING_PARAMETERS: ReadonlySet<string> = new Set(
  `gclid gclsrc gbraid wbraid dclid fbclid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok
  _ga _gl _gsid _hsenc _hsmi hsctatracking vero_id vero_conv oly_anon_id oly_enc_id rb_clickid s_cid srsltid
  ref_src ref_url referrer cmpid cid_source spm scm ved usg sca_esv sxsrf ei oq gs_lcp aqs sourceid
  trk trkinfo wickedid icid ncid ocid smid partner_id affid aff_id affiliate irclickid irgwc cjevent cjdata
  shareadid share_id si feature pp gad_source gad_campaignid gad mibextid guccounter guce_referrer guce_referrer_sig
  _branch_match_id _branch_referrer epik fbadid rdt sfnsn __cft__ __tn__ psc fb_action_ids fb_action_types at_medium at_campaign`
    .split(/\s+/u)
    .filter((name) => name !== ""),
);

/** Prefixes of such parameters. */
export const TRACKING_PREFIXES: readonly string[] = [
  "utm_",
  "pk_",
  "mtm_",
  "hsa_",
  "matomo_",
  "piwik_",
  "stm_",
  "sc_",
  "_x_tr_",
];

/** `ref` is a branch on code hosts and a referrer elsewhere. */
export const REF_HOSTS: ReadonlySet<string> = new Set([
  "github.com",
  "gitlab.com",
  "bitbucket.org",
  "codeberg.org",
]);

/** Leading host labels that name a rendering of the same site. */
export const FOLDED_LABELS: ReadonlySet<string> = new Set(["www", "m", "mobile", "amp"]);

/** Hosts that show the pages of another one. */
export const SAME_HOSTS: Readonly<Record<string, string>> = {
  "twitter.com": "x.com",
  "old.reddit.com": "reddit.com",
  "new.reddit.com": "reddit.com",
  "np.reddit.com": "reddit.com",
  "youtube-nocookie.com": "youtube.com",
};

/** Paths of one site that lead to one page: host, path, and the path that stands for all. Their queries choose nothing. */
export const SAME_PATHS: readonly { readonly host: RegExp; readonly path: RegExp; readonly to: string }[] = [
  {
    host: /^(?:smile\.)?amazon\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/u,
    path: /^(?:\/[^/]+)?\/(?:dp|gp\/product|gp\/aw\/d)\/([A-Z0-9]{10})(?:\/.*)?$/u,
    to: "/dp/$1",
  },
  { host: /^x\.com$/u, path: /^(\/[^/]+\/status\/\d+)$/u, to: "$1" },
];

/** Pages that only forward: host test, and the parameter that carries the target. */
export const REDIRECTORS: readonly {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly parameters: readonly string[];
}[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/u, path: /^\/url$/u, parameters: ["q", "url"] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/u, path: /^\//u, parameters: ["url"] },
  { host: /^l\.(?:facebook|instagram)\.com$/u, path: /^\/l?\.?(?:php)?/u, parameters: ["u"] },
  { host: /^(?:www\.)?bing\.com$/u, path: /^\/(?:ck\/a|alink\/link)$/u, parameters: ["url"] },
  {
    host: /^(?:duckduckgo\.com|www\.youtube\.com)$/u,
    path: /^\/(?:l|redirect)\/?$/u,
    parameters: ["uddg", "q"],
  },
];

/** Archived and AMP-cached copies: the address of the original stands in the path (group 1). */
export const COPIES: readonly RegExp[] = [
  /^https?:\/\/web\.archive\.org\/web\/\d+[a-z_]*\/(https?:\/?\/?.+)$/iu,
  /^https?:\/\/archive\.(?:today|ph|is|li|md|vn|fo)\/(?:\d+\/|newest\/|o\/\w+\/)(https?:\/\/.+)$/iu,
  /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/amp\/s\/(.+)$/iu,
  /^https?:\/\/[\w-]+\.cdn\.ampproject\.org\/[a-z]\/s\/(.+)$/iu,
];
