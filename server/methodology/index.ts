export { Methodology, type Report, ReportName, type Rule } from "./contract";
export { getMethodology } from "./get-methodology";
export { partOf, readReport } from "./read-report";
