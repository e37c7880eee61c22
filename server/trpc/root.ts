import { router } from "./init";
import { activityRouter } from "./routers/activity";
import { analysisRouter } from "./routers/analysis";
import { answersRouter } from "./routers/answers";
import { auditRouter } from "./routers/audit";
import { brandsRouter } from "./routers/brands";
import { creditsRouter } from "./routers/credits";
import { engineKeysRouter } from "./routers/engine-keys";
import { enginesRouter } from "./routers/engines";
import { exportsRouter } from "./routers/exports";
import { factsRouter } from "./routers/facts";
import { importsRouter } from "./routers/imports";
import { meRouter } from "./routers/me";
import { membersRouter } from "./routers/members";
import { operationsRouter } from "./routers/operations";
import { panelsRouter } from "./routers/panels";
import { projectsRouter } from "./routers/projects";
import { recomputeRouter } from "./routers/recompute";
import { reportsRouter } from "./routers/reports";
import { retentionRouter } from "./routers/retention";
import { reviewRouter } from "./routers/review";
import { runsRouter } from "./routers/runs";
import { schedulesRouter } from "./routers/schedules";
import { sourcesRouter } from "./routers/sources";
import { startRouter } from "./routers/start";

/** Every procedure of the product, one router a slice. */
export const appRouter = router({
  activity: activityRouter,
  analysis: analysisRouter,
  answers: answersRouter,
  audit: auditRouter,
  brands: brandsRouter,
  credits: creditsRouter,
  engineKeys: engineKeysRouter,
  engines: enginesRouter,
  exports: exportsRouter,
  facts: factsRouter,
  imports: importsRouter,
  me: meRouter,
  members: membersRouter,
  operations: operationsRouter,
  panels: panelsRouter,
  projects: projectsRouter,
  recompute: recomputeRouter,
  reports: reportsRouter,
  retention: retentionRouter,
  review: reviewRouter,
  runs: runsRouter,
  schedules: schedulesRouter,
  sources: sourcesRouter,
  start: startRouter,
});

export type AppRouter = typeof appRouter;
