import type { Case } from "./case";

/** What pipelines store where no answer came, and interface text of engines. */
export const SENTINELS: readonly Case[] = [
  ["an error of an interface", "OpenAI", "Error: OpenAI API returned 429 Too Many Requests", ""],
  ["an error by name", "Google", "GoogleGenerativeAIError: Google is not available", "Google"],
  ["a provider's error", "Anthropic", "Anthropic API error: overloaded_error", ""],
  ["a placeholder", "None", "None", ""],
  ["an object made a string", "Object", "[object Object]", ""],
  ["no answer", "Answer", "NO_ANSWER", ""],
  ["null in quotation marks", "Null", '"null"', ""],
  ["not available", "Available", "n/a", ""],
  ["no overview", "Google", "An AI Overview is not available for this search on Google.", ""],
  ["a limit", "Perplexity", "Rate limit exceeded for Perplexity, retry in 20 s", ""],
  ["something went wrong", "ChatGPT", "Something went wrong. ChatGPT could not load the response.", ""],
  ["an answer that begins with the word", "Acme", "Errors in Acme are rare.", "Acme"],
  ["an answer about errors", "Acme", "Acme fixes the error 429 quickly.", "Acme"],
  [
    "a long answer after such a line",
    "Acme",
    "Error codes explained\n\n1. Acme shows E1.\n2. Zuvio shows F2.",
    "Acme",
  ],
  [
    "the page's own lines",
    "Google",
    "Take Zuvio. AI responses may include mistakes. Learn moreThank youYour feedback helps Google improve. See our Privacy Policy.",
    "",
  ],
  [
    "the same in German",
    "Google",
    "Nimm Zuvio. KI-Antworten können Fehler enthalten. Weitere Informationen",
    "",
  ],
  [
    "another page's own line",
    "Perplexity",
    "Take Zuvio.\nPerplexity can make mistakes. Verify important information.",
    "",
  ],
  ["the chat's own line", "ChatGPT", "Take Zuvio.\n\nChatGPT can make mistakes. Check important info.", ""],
  [
    "Claude's own line",
    "Claude",
    "Take Zuvio.\nClaude can make mistakes. Please double-check responses.",
    "",
  ],
  ["Copilot's own line", "Copilot", "Take Zuvio. Copilot uses AI. Check for mistakes.", ""],
  ["the engine named by the answer", "ChatGPT", "ChatGPT and Zuvio both summarise texts.", "ChatGPT"],
];
