export {
  ChangeScheduleInput,
  ListSchedulesInput,
  SaveScheduleInput,
  type ScheduleDto,
  type SchedulesDto,
} from "./contract";
export { listSchedules } from "./list-schedules";
export { pauseSchedule, resumeSchedule } from "./pause-schedule";
export { quoteSchedule } from "./quote-schedule";
export { removeSchedule } from "./remove-schedule";
export { saveSchedule } from "./save-schedule";
export { startDueRuns } from "./start-due-runs";
