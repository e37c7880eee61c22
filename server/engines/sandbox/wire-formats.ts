import { anthropicMessagesWire } from "./wire-anthropic-messages";
import { chatCompletionsWire } from "./wire-chat-completions";
import { chatGptCaptureWire } from "./wire-dataforseo-chatgpt";
import { aiModeWire, organicWire } from "./wire-dataforseo-pages";
import type { WireFormat } from "./wire-format";
import { geminiWire } from "./wire-gemini";
import { openAiResponsesWire } from "./wire-openai-responses";
import { perplexityWire } from "./wire-perplexity";
import { xaiResponsesWire } from "./wire-xai-responses";

/** The server side of each engine's wire format, by engine id; a test sees to it that no engine is left out. */
export const wireFormats: Readonly<Record<string, WireFormat>> = {
  chatgpt: openAiResponsesWire,
  chatgpt_web: chatGptCaptureWire,
  claude: anthropicMessagesWire,
  gemini: geminiWire,
  google_ai_mode: aiModeWire,
  grok: xaiResponsesWire,
  openai_compatible: chatCompletionsWire,
  perplexity: perplexityWire,
  google_ai_overviews: organicWire,
};
