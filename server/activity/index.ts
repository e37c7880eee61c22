export { getActivity } from "./get-activity";
