import type { Locale } from "../define-engine";

/** The `user_location` that OpenAI's and Anthropic's web search take: country, and the city where one is given. */
export function approximatePlace({ country, city }: Locale) {
  return { type: "approximate", country, ...(city === undefined ? {} : { city }) } as const;
}
