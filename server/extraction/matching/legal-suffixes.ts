/** Legal forms that a name may carry or drop, folded, longest first where one ends in another. */
const LEGAL_FORMS =
  "incorporated|corporation|limited|company|gmbh & co. kg|gmbh & co kg|gmbh|mbh|inc.|inc|llc|l.l.c.|ltd.|ltd|llp|plc|corp.|corp|co., ltd.|co. ltd.|co.|s.a.|sa|sas|sarl|s.r.l.|srl|s.p.a.|spa|b.v.|bv|n.v.|nv|a/s|aps|oyj|oy|ab|asa|ag|se|kg|pty ltd|pty|pte ltd|pte|k.k.|kk";

const LATIN_SUFFIX = new RegExp(
  `^(.*[^\\s,])(?:,\\s*|\\s+)(?:${LEGAL_FORMS.replaceAll(".", "\\.").replaceAll("|", "|")})$`,
  "iu",
);
const CJK_AFFIX = /^(?:株式会社|有限会社)|(?:株式会社|有限会社|股份有限公司|有限公司|주식회사)$/gu;

/** The name without its legal form ("AZ Coatings LLC" → "AZ Coatings"); the name itself when it has none. */
export function withoutLegalForm(name: string): string {
  const core = name.replace(CJK_AFFIX, "").trim();
  const match = LATIN_SUFFIX.exec(core);
  const short = match?.[1] ?? core;
  return [...short].length >= 2 ? short : name;
}
