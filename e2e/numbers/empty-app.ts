import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildApp, startApp } from "../fixtures/start-app";

const FILES = {
  // The root that Turbopack may read: the linked node_modules lies outside of the app's own folder.
  "next.config.mjs": `export default { turbopack: { root: "/" } };\n`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `"use client";
import { useState } from "react";
export default function Page() {
  const [pressed, setPressed] = useState(0);
  return <button onClick={() => setPressed(pressed + 1)}>Pressed {pressed} times</button>;
}
`,
};

/** The control of the script budget: an app of one page with one button, built and served as ours is, by the same Next. */
export async function withEmptyApp<T>(measure: (url: string) => Promise<T>): Promise<T> {
  // Outside of the clone, whose instrumentation and proxy would become its own.
  const folder = await mkdtemp(join(tmpdir(), "citestreak-empty-app-"));
  try {
    await mkdir(join(folder, "app"));
    await symlink(resolve("node_modules"), join(folder, "node_modules"));
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
    await buildApp(folder);
    const app = await startApp({}, { folder, ready: "/" });
    return await measure(app.url).finally(() => app.stop());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
