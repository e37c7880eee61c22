/**
 * Interface text of the engines that a capture carries along: no naming, no item, no prose. Longer lines first,
 * since a shorter one can be the start of a longer one.
 */
export const BOILERPLATE: readonly string[] = [
  "AI responses may include mistakes. Learn more",
  "AI-generated answers may contain mistakes. Learn more",
  "Thank youYour feedback helps Google improve. See our Privacy Policy.",
  "Your feedback helps Google improve. See our Privacy Policy.",
  "Your feedback helps Google improve",
  "See our Privacy Policy.",
  "Share more feedbackReport a problemClose",
  "Share more feedback",
  "Report a problem",
  "To save your searches, update your settings",
  "Generative AI is experimental.",
  "ChatGPT can make mistakes. Check important info.",
  "Gemini can make mistakes, so double-check it",
  "Google Search",
  "Show all",
  "See more",
];
