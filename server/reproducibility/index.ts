export { type OpenBundle, openBundle } from "./open-bundle";
