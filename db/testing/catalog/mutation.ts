/** A change that breaks isolation, made by a superuser, and the rule that has to see it. */
export interface Mutation {
  readonly name: string;
  readonly sql: string;
  readonly caughtBy: string;
}
