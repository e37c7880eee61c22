export { measureRun } from "./measure-run";
