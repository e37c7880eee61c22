/** First parts of addresses that are the site's own, now or by the plan of its pages: no org may be called so. */
export const RESERVED_SLUGS: ReadonlySet<string> = new Set(
  `about account admin api app assets audit auth benchmark billing blog changelog check compare contact dev docs engines
   enter enterprise example features help home imprint invite join legal llms login logout main mailbox mcp methodology new
   newsletter onboarding operations org orgs pricing privacy product robots rss search security settings shots sign-in sign-out
   sign-up signin signout signup site sitemap status support team terms untitled user users webhooks welcome well-known www`
    .split(/\s+/)
    .filter((word) => word !== ""),
);

/** Second parts of addresses that are an org's own pages: no workspace may be called so. */
export const RESERVED_WORKSPACE_SLUGS: ReadonlySet<string> = new Set([
  "api-keys",
  "audit",
  "billing",
  "credits",
  "engines",
  "members",
  "new",
  "projects",
  "settings",
  "start",
  "usage",
  "webhooks",
  "workspaces",
]);
