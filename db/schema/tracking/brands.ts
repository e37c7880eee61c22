import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { BrandId, ProjectId } from "../../../server/kernel/id";
import { tenantPolicy } from "../../policies";
import { createdAt, instant, orgId } from "../columns";
import { project } from "../tenancy";
import { tracking } from "./namespace";

/** What is tracked: the project's one own brand, and its rivals. */
export const brand = tracking.table(
  "brand",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<BrandId>(),
    projectId: uuid().notNull().$type<ProjectId>(),
    name: text().notNull(),
    kind: text().notNull().$type<"own" | "rival">(),
    createdAt: createdAt(),
    /** Set: no longer matched in new answers. What it was found in before stays. */
    archivedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.projectId], foreignColumns: [project.orgId, project.id] }),
    index("brand_project_idx").on(t.orgId, t.projectId),
    ...tenantPolicy(),
  ],
);

/** Every name that a brand answers to, its own name included. `folded` is what makes two of them the same. */
export const brandAlias = tracking.table(
  "brand_alias",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    alias: text().notNull(),
    folded: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.projectId, t.folded] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("brand_alias_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);

/** Hosts that a brand owns: a cited URL on one of them is a citation of the brand. */
export const brandDomain = tracking.table(
  "brand_domain",
  {
    orgId: orgId(),
    projectId: uuid().notNull().$type<ProjectId>(),
    brandId: uuid().notNull().$type<BrandId>(),
    domain: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.projectId, t.domain] }),
    foreignKey({ columns: [t.orgId, t.brandId], foreignColumns: [brand.orgId, brand.id] }),
    index("brand_domain_brand_idx").on(t.orgId, t.brandId),
    ...tenantPolicy(),
  ],
);
