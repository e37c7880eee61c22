import type { NextConfig } from "next";

// Which scripts may run on a page, proxy.ts says for each request.
const securityHeaders = Object.entries({
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
  // `npm run verify` checks types, over all files: a build needn't do it again.
  typescript: { ignoreBuildErrors: true },
  // Lets a page answer 403 with app/(dashboard)/[org]/forbidden.tsx.
  experimental: { authInterrupts: true },
  // Minified, they count otherwise in the last digit, and a number has to be the same wherever it is computed.
  serverExternalPackages: [
    "@stdlib/stats-base-dists-f-cdf",
    "@stdlib/stats-base-dists-normal-quantile",
    "@stdlib/stats-base-dists-t-quantile",
  ],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    {
      source: "/api/:path*",
      headers: [{ key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" }],
    },
  ],
} satisfies NextConfig;
