/** The Vercel AI SDK. It takes a quarter of a second to load, and most processes never ask a model: so at the first call. */
export async function loadSdk() {
  const [ai, { createOpenAICompatible }] = await Promise.all([
    import("ai"),
    import("@ai-sdk/openai-compatible"),
  ]);
  // It would warn of endpoints that are only told to send JSON on the process's own channel, past our logger.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  return { ai, createOpenAICompatible };
}

export type Sdk = Awaited<ReturnType<typeof loadSdk>>;
