export { answerConditions } from "./answer-conditions";
export { AnswerFilter, AnswerInput, ListAnswersInput, readAnswerFilter } from "./contract";
export { getAnswer } from "./get-answer";
export { getRawBody } from "./get-raw-body";
export { listAnswers } from "./list-answers";
