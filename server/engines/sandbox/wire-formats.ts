import { dataForSeoAiModeWire } from "./wire-dataforseo-ai-mode";
import type { WireFormat } from "./wire-format";
import { openAiResponsesWire } from "./wire-openai-responses";

/** The server side of each engine's wire format, by engine id; a test sees to it that no engine is left out. */
export const wireFormats: Readonly<Record<string, WireFormat>> = {
  chatgpt: openAiResponsesWire,
  google_ai_mode: dataForSeoAiModeWire,
};
