/** Runs once when the web server starts, before its first request: no server without a database that binds it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { bootWebProcess } = await import("@/server/web-process");
  await bootWebProcess();
}
