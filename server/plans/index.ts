export { grantMonthlyCredits } from "./grant-monthly-credits";
export { grantPlanCredits } from "./grant-plan-credits";
export { takeFreeSeat } from "./take-free-seat";
