import { z } from "zod";
import { type AnswerId, BrandId, ProjectId, WorkspaceId } from "@/server/kernel/id";

const Name = z.string().trim().min(1).max(100);

/** A host name as a person would type it: "acme.com", never a URL. Stored in lower case, without "www.". */
export const Domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, "is longer than a domain can be")
  .overwrite((domain) => domain.replace(/^www\.(?=.+\.)/u, ""))
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

/** How many rivals a project may have; archived ones don't count. */
export const MAX_RIVALS = 100;

export const CreateProjectInput = z.object({
  workspaceId: WorkspaceId,
  name: Name,
  own: BrandInput,
  rivals: z.array(BrandInput).max(MAX_RIVALS).default([]),
  /** Presence that counts as a hit for the panel's streak, 0 to 1. */
  targetPresence: z.number().gt(0).max(1).default(0.5),
});
export type CreateProjectInput = z.input<typeof CreateProjectInput>;

export const ListBrandsInput = z.object({ projectId: ProjectId });
export type ListBrandsInput = z.input<typeof ListBrandsInput>;

/** Without `brandId` a new rival; with it, all names and domains of that brand, own or rival, as they shall be. */
export const SaveBrandInput = BrandInput.extend({
  projectId: ProjectId,
  brandId: BrandId.optional(),
  /** The `revision` of the brand that was edited: a brand that somebody changed since is not overwritten. */
  revision: z.string().max(64).optional(),
});
export type SaveBrandInput = z.input<typeof SaveBrandInput>;

/** New rivals by their names alone, each once. */
export const AddRivalsInput = z.object({ projectId: ProjectId, names: z.array(Name).min(1).max(20) });
export type AddRivalsInput = z.input<typeof AddRivalsInput>;

export const ArchiveBrandInput = z.object({ projectId: ProjectId, brandId: BrandId });
export type ArchiveBrandInput = z.input<typeof ArchiveBrandInput>;

/** A draft's other names may be half typed: what can't be matched is passed over. `alias` alone is checked. */
const Draft = z.array(z.string().max(300)).max(100).default([]);

export const PreviewAliasInput = z.object({
  projectId: ProjectId,
  /** Left out: a rival that isn't saved yet. */
  brandId: BrandId.optional(),
  alias: Name,
  name: z.string().max(300).default(""),
  aliases: Draft,
  domains: Draft,
});
export type PreviewAliasInput = z.input<typeof PreviewAliasInput>;

const Slug = z.string().min(1).max(100);

/** A project by its address. */
export const FindProjectInput = z.object({ workspace: Slug, project: Slug });
export type FindProjectInput = z.input<typeof FindProjectInput>;

export const CreateWorkspaceInput = z.object({ name: Name });
export type CreateWorkspaceInput = z.input<typeof CreateWorkspaceInput>;

/** A workspace by its address, which stays. */
export const RenameWorkspaceInput = z.object({ workspace: Slug, name: Name });
export type RenameWorkspaceInput = z.input<typeof RenameWorkspaceInput>;

/** A project by its address, which stays. */
export const RenameProjectInput = FindProjectInput.extend({ name: Name });
export type RenameProjectInput = z.input<typeof RenameProjectInput>;

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

export interface BrandDto {
  readonly brandId: BrandId;
  readonly name: string;
  readonly own: boolean;
  /** In alphabetical order, without the name itself. */
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  /** ISO moment; null for a brand that is matched. */
  readonly archivedAt: string | null;
  /** Stored answers that name it, as they were read when they came in. */
  readonly answers: number;
  /** Changes with every change of its names or domains. */
  readonly revision: string;
}

export interface BrandListDto {
  /** All stored answers of the project. */
  readonly answers: number;
  /** The own brand first, then the rivals by name. */
  readonly brands: readonly BrandDto[];
  /** By name. */
  readonly archived: readonly BrandDto[];
}

/** Half-open range of UTF-16 units into the text beside it. */
interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** Why a snippet is shown: the alias would name the brand here, might, or belongs to another brand's longer name. */
export type AliasSampleKind = "adds" | "undecided" | "other_brand";

export interface AliasSampleDto {
  readonly answerId: AnswerId;
  readonly kind: AliasSampleKind;
  readonly engine: string;
  readonly surface: string;
  /** ISO moment. */
  readonly observedAt: string;
  readonly prompt: string;
  /** A cut out of the answer, with the places that count in it. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** What an alias would do to the newest stored answers. All numbers count answers. */
export interface AliasPreviewDto {
  /** Read for this preview, newest first, and how many the project has stored. */
  readonly looked: number;
  readonly stored: number;
  /** False: the time for a preview was over before the newest answers that it should read were read. */
  readonly complete: boolean;
  /** Would name the brand and don't by its other names. */
  readonly adds: number;
  /** Name it already by its other names. */
  readonly already: number;
  /** Would neither name it nor not: the alias is an ordinary word there. */
  readonly undecided: number;
  /** Where the alias stands inside another brand's longer name, which keeps it. */
  readonly keptByOthers: readonly AliasEffectOnBrand[];
  /** Name another brand now and would no longer, since the alias is the longer name. */
  readonly takenFromOthers: readonly AliasEffectOnBrand[];
  /** At most eight. */
  readonly samples: readonly AliasSampleDto[];
}

export interface AliasEffectOnBrand {
  readonly name: string;
  readonly answers: number;
}
