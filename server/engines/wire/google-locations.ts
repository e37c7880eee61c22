/** ISO 3166-1 numeric codes of the countries we offer. Google's location code of a country is 2000 + that number. */
const isoNumeric: Readonly<Record<string, number>> = {
  AR: 32,
  AT: 40,
  AU: 36,
  BE: 56,
  BR: 76,
  CA: 124,
  CH: 756,
  CL: 152,
  CO: 170,
  CZ: 203,
  DE: 276,
  DK: 208,
  ES: 724,
  FI: 246,
  FR: 250,
  GB: 826,
  GR: 300,
  HU: 348,
  ID: 360,
  IE: 372,
  IL: 376,
  IN: 356,
  IT: 380,
  JP: 392,
  KR: 410,
  MX: 484,
  MY: 458,
  NL: 528,
  NO: 578,
  NZ: 554,
  PH: 608,
  PL: 616,
  PT: 620,
  RO: 642,
  SE: 752,
  SG: 702,
  TH: 764,
  TR: 792,
  TW: 158,
  UA: 804,
  US: 840,
  VN: 704,
  ZA: 710,
};

/** Google's location code of a country (Google Ads geo targets), or null for one that we don't know. */
export function googleLocationCode(country: string): number | null {
  const code = isoNumeric[country.toUpperCase()];
  return code === undefined ? null : 2000 + code;
}

/** Google's code of a language where it isn't ISO 639-1's: Chinese goes by its script, both kinds of Norwegian are one. */
export function googleLanguageCode(language: string, country: string): string {
  const code = language.toLowerCase();
  if (code === "zh") return ["TW", "HK", "MO"].includes(country.toUpperCase()) ? "zh-TW" : "zh-CN";
  return code === "nb" || code === "nn" ? "no" : code;
}
