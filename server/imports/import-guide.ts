import { engines } from "@/server/engines";
import type { ImportGuide } from "./contract";

/** What a file may say: the engines that a line can name. The same for every project. */
export function importGuide(): ImportGuide {
  return { engines: engines.map(({ id, label }) => ({ engineId: id, label })) };
}
