import { PATHS } from "../fixtures/seed/orgs";
import type { Screen } from "./screen";

/** From a site's address to the price of a first run. */
export const START: readonly Screen[] = [
  { name: "start", path: "/nothing-yet/start", heading: /Which brand/ },
  { name: "start-suggestions", path: "/empty/start", heading: /Is this your brand/ },
  {
    name: "start-price",
    path: PATHS.withoutRuns.replace("/empty/", "/empty/start/"),
    heading: /The first run/,
    act: (page) => page.getByLabel("Price").waitFor(),
  },
];
