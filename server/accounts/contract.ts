import { z } from "zod";
import type { Role } from "@/server/kernel/context";
import type { OrgId } from "@/server/kernel/id";

export const MakeUserInput = z.object({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().min(1).max(100),
});
export type MakeUserInput = z.input<typeof MakeUserInput>;

export const RenameUserInput = MakeUserInput.pick({ name: true });
export type RenameUserInput = z.input<typeof RenameUserInput>;

/** An org that a person may enter, and as what. */
export interface MyOrg {
  readonly orgId: OrgId;
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
}

/** Addresses of ASCII alone: other letters may look like, or be made into, somebody else's. Looked at before lower-casing. */
export const SignInEmail = z
  .string()
  .trim()
  .max(254, "is too long to be an e-mail address")
  .regex(/^[\x21-\x7e]*$/, "can hold no letters beyond ASCII and no spaces")
  .pipe(z.email("is not an e-mail address"))
  .transform((email) => email.toLowerCase());

export const RequestLinkInput = z.object({ email: SignInEmail, next: z.string().max(2_000).optional() });
export type RequestLinkInput = z.input<typeof RequestLinkInput>;

export const RedeemLinkInput = z.object({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100).optional(),
});
export type RedeemLinkInput = z.input<typeof RedeemLinkInput>;
