import { z } from "zod";
import { type BrandId, type ProjectId, WorkspaceId } from "@/server/kernel/id";

const Name = z.string().trim().min(1).max(100);

/** A host name as a person would type it: "acme.com", never a URL. Stored in lower case. */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u,
    "is not a domain such as acme.com",
  );

export const BrandInput = z.object({
  name: Name,
  aliases: z.array(Name).max(50).default([]),
  domains: z.array(Domain).max(50).default([]),
});
export type BrandInput = z.input<typeof BrandInput>;

export const CreateProjectInput = z.object({
  workspaceId: WorkspaceId,
  name: Name,
  own: BrandInput,
  rivals: z.array(BrandInput).max(100).default([]),
  /** Presence that counts as a hit for the panel's streak, 0 to 1. */
  targetPresence: z.number().gt(0).max(1).default(0.5),
});
export type CreateProjectInput = z.input<typeof CreateProjectInput>;

const Slug = z.string().min(1).max(100);

/** A project by its address. */
export const FindProjectInput = z.object({ workspace: Slug, project: Slug });
export type FindProjectInput = z.input<typeof FindProjectInput>;

/** The workspaces of the org in their order of names, each with its projects. */
export interface WorkspaceDto {
  readonly slug: string;
  readonly name: string;
  readonly projects: readonly { readonly slug: string; readonly name: string; readonly ownBrand: string }[];
}

export interface ProjectDto {
  readonly projectId: ProjectId;
  readonly slug: string;
  readonly name: string;
  /** Presence that counts as a hit for the panel's streak, 0 to 1. */
  readonly targetPresence: number;
  readonly workspace: { readonly slug: string; readonly name: string };
  /** The own brand first, then the rivals by name; without those that were put away. */
  readonly brands: readonly { readonly brandId: BrandId; readonly name: string; readonly own: boolean }[];
}
