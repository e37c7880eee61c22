import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { brand, brandAlias, brandDomain, project } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { type BrandId, newId, type ProjectId, type WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { slugOf } from "@/server/kernel/slug";
import { collectBrandNames } from "./brand-names";
import { CreateProjectInput } from "./contract";

export interface CreatedProject {
  readonly projectId: ProjectId;
  /** Its part of the address. */
  readonly projectSlug: string;
  readonly ownBrandId: BrandId;
  readonly rivalIds: readonly BrandId[];
}

/** Makes a project with its own brand and its rivals. Refuses names that can't be matched or that two brands share. */
export async function createProject(input: CreateProjectInput): Promise<Result<CreatedProject>> {
  if (!mayActAs("member")) return err(forbidden("create a project"));
  const parsed = parseInput(CreateProjectInput, input);
  if (!parsed.ok) return parsed;
  return withTenant((tx) => insertProject(tx, parsed.value));
}

/** The same, in the transaction of a verb that has checked who may, and the input. */
export async function insertProject(
  tx: TenantTransaction,
  { workspaceId, name, own, rivals, targetPresence }: z.output<typeof CreateProjectInput>,
): Promise<Result<CreatedProject>> {
  const ownBrand = { ...own, id: newId<BrandId>() };
  const rivalBrands = rivals.map((rival) => ({ ...rival, id: newId<BrandId>() }));
  const brands = [ownBrand, ...rivalBrands];
  const names = collectBrandNames(brands);
  if (!names.ok) return names;

  const { orgId } = requireContext();
  const projectId = newId<ProjectId>();
  const slug = slugOf(name, await readSlugs(tx, workspaceId));
  await tx.insert(project).values({ orgId, id: projectId, workspaceId, name, slug, targetPresence });
  await tx.insert(brand).values(
    brands.map((each) => ({
      orgId,
      id: each.id,
      projectId,
      name: each.name,
      kind: each === ownBrand ? ("own" as const) : ("rival" as const),
    })),
  );
  await tx.insert(brandAlias).values(
    names.value.flatMap(({ brandIndex, alias, folded }) => {
      const owner = brands[brandIndex];
      return owner ? [{ orgId, projectId, brandId: owner.id, alias, folded }] : [];
    }),
  );
  const domains = brands.flatMap(({ id, domains: hosts }) =>
    [...new Set(hosts)].map((domain) => ({ orgId, projectId, brandId: id, domain })),
  );
  if (domains.length > 0) await tx.insert(brandDomain).values(domains);
  await recordAudit(tx, {
    action: "project.create",
    subjectType: "project",
    subjectId: projectId,
    detail: { brands: brands.length },
  });
  return ok({
    projectId,
    projectSlug: slug,
    ownBrandId: ownBrand.id,
    rivalIds: rivalBrands.map(({ id }) => id),
  });
}

async function readSlugs(tx: TenantTransaction, workspaceId: WorkspaceId): Promise<Set<string>> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({ slug: project.slug })
    .from(project)
    .where(and(eq(project.orgId, orgId), eq(project.workspaceId, workspaceId)));
  return new Set(rows.map((row) => row.slug));
}
