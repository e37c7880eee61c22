import localFont from "next/font/local";

/** For headings: a text serif with optical warmth. Latin only; other scripts fall back to the system's serif. */
export const serif = localFont({
  src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
  weight: "200 800",
  variable: "--font-newsreader",
  display: "swap",
  fallback: ["Georgia", "serif"],
  adjustFontFallback: "Times New Roman",
});

/** For everything else. Its figures can be tabular, which a page full of numbers needs. */
export const sans = localFont({
  src: "../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  weight: "400 700",
  variable: "--font-instrument-sans",
  display: "swap",
  fallback: ["system-ui", "sans-serif"],
});
