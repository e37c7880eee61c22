export { findingRows } from "./finding-rows";
export { type AnswerReading, readAnswer, SEARCHED_CHARACTERS } from "./read-answer";
