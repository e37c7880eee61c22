import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

/** docs/decisions.md, row 19, says why inline scripts may run for now. React's development build needs eval. */
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

const securityHeaders = Object.entries({
  "Content-Security-Policy": contentSecurityPolicy,
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
}).map(([key, value]) => ({ key, value }));

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // Minified, they count otherwise in the last digit, and a number has to be the same wherever it is computed.
  serverExternalPackages: [
    "@stdlib/stats-base-dists-f-cdf",
    "@stdlib/stats-base-dists-normal-quantile",
    "@stdlib/stats-base-dists-t-quantile",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
} satisfies NextConfig;
