import { unwrap } from "@/server/kernel/result";
import {
  ChangeScheduleInput,
  ListSchedulesInput,
  listSchedules,
  pauseSchedule,
  quoteSchedule,
  removeSchedule,
  resumeSchedule,
  SaveScheduleInput,
  saveSchedule,
} from "@/server/schedules";
import { orgProcedure, router } from "../init";

export const schedulesRouter = router({
  list: orgProcedure.input(ListSchedulesInput).query(async ({ input }) => unwrap(await listSchedules(input))),
  quote: orgProcedure.input(SaveScheduleInput).query(async ({ input }) => unwrap(await quoteSchedule(input))),
  save: orgProcedure
    .input(SaveScheduleInput)
    .mutation(async ({ input }) => unwrap(await saveSchedule(input))),
  pause: orgProcedure
    .input(ChangeScheduleInput)
    .mutation(async ({ input }) => unwrap(await pauseSchedule(input))),
  resume: orgProcedure
    .input(ChangeScheduleInput)
    .mutation(async ({ input }) => unwrap(await resumeSchedule(input))),
  remove: orgProcedure
    .input(ChangeScheduleInput)
    .mutation(async ({ input }) => unwrap(await removeSchedule(input))),
});
