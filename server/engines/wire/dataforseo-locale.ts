import type { LocaleMapping } from "../contract";

/** Where DataForSEO takes a locale: of every product alike. */
export const dataForSeoLocale: LocaleMapping = {
  country: { field: "0.location_code", meaning: "Google's code of the country" },
  language: { field: "0.language_code", meaning: "Google's code of the language" },
  city: { field: null, meaning: "asked from the country as a whole" },
};
