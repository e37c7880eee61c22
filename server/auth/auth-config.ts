import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { findUserByEmail, type ProvenUser, redeemSignInLink } from "@/server/accounts";
import { readEnv } from "@/server/kernel/env";
import { unwrap } from "@/server/kernel/result";

/** The id of the provider that lets anybody in as the demo's person; there only where DEMO_SIGN_IN names one. */
export const DEMO = "demo";

/** The e-mail address that the demo sign-in stands for. Unset, as on every real server: there is no demo sign-in. */
export const { DEMO_SIGN_IN: demoEmail } = readEnv({ DEMO_SIGN_IN: z.email().optional() });

const demoProvider = Credentials({
  id: DEMO,
  credentials: {},
  async authorize() {
    if (demoEmail === undefined) return null;
    const found = unwrap(await findUserByEmail(demoEmail));
    return found && asUser(found);
  },
});

/** The id of the provider that a mailed link signs in through. */
export const LINK = "link";

const linkProvider = Credentials({
  id: LINK,
  credentials: { token: {} },
  async authorize({ token }) {
    const proven = await redeemSignInLink({ token: String(token) });
    if (proven.ok) return asUser(proven.value);
    if (proven.error.code === "unavailable") throw proven.error;
    return null;
  },
});

/** `sub` is the person, `version` what their sessions have to carry to count. */
function asUser({ userId, name, email, sessionVersion }: ProvenUser) {
  return { id: userId, name, email, version: sessionVersion };
}

/** Sessions are signed cookies that say who somebody is; what they may do is read from the database on every request. */
export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [linkProvider, ...(demoEmail === undefined ? [] : [demoProvider])],
  session: { strategy: "jwt", maxAge: 7 * 24 * 60 * 60 },
  pages: { signIn: "/sign-in" },
  callbacks: {
    jwt: ({ token, user }) =>
      user?.id === undefined
        ? token
        : { ...token, sub: user.id, version: "version" in user ? user.version : undefined },
    session: ({ session, token }) => ({
      ...session,
      user: { ...session.user, id: token.sub ?? "", version: token.version },
    }),
  },
});
