import { z } from "zod";
import { baseUrl } from "./base-url";

/** The variables of every engine that DataForSEO sees for us. */
export const dataForSeoEnv = {
  DATAFORSEO_LOGIN: z.string().min(1),
  DATAFORSEO_PASSWORD: z.string().min(1),
  DATAFORSEO_BASE_URL: baseUrl("https://api.dataforseo.com"),
};

export type DataForSeoEnv = z.infer<z.ZodObject<typeof dataForSeoEnv>>;

/** The same variables, leading to the sandbox. */
export function dataForSeoSandboxEnv(origin: string): DataForSeoEnv {
  return { DATAFORSEO_LOGIN: "sandbox", DATAFORSEO_PASSWORD: "sandbox", DATAFORSEO_BASE_URL: origin };
}
