// Makes somebody an operator of the platform, or no longer: whoever may see /operations. Over the owner's connection, which
// no process of the product has.
import { parseArgs } from "node:util";
import { addOperator, type OperatorChange, removeOperator } from "@/db/operators";

const usage = `node scripts/bootstrap.mjs scripts/operator.ts --add E-MAIL | --remove E-MAIL
DATABASE_OWNER_URL names the database, by the role citestreak_owner. The person has to have signed in once.`;

const { values } = parseArgs({
  options: { add: { type: "string" }, remove: { type: "string" }, help: { type: "boolean", default: false } },
});
const SAID: Readonly<Record<OperatorChange, (email: string) => string>> = {
  added: (email) => `${email} is an operator, from their next request on.`,
  removed: (email) => `${email} is no operator any more, from their next request on.`,
  unchanged: (email) => `Nothing to do: ${email} ${values.add === undefined ? "is none" : "is one already"}.`,
  "no such person": (email) => `Nobody has the e-mail address ${email}.`,
};

const email = values.add ?? values.remove;
const ownerUrl = process.env.DATABASE_OWNER_URL;
if (values.help) {
  console.log(usage);
} else if (email === undefined || (values.add !== undefined && values.remove !== undefined)) {
  fail("Say either --add or --remove, and whom.");
} else if (!ownerUrl) {
  fail("DATABASE_OWNER_URL is not set: the URL of the role citestreak_owner (db/roles.sql).");
} else {
  const done = await (values.add === undefined ? removeOperator : addOperator)(ownerUrl, email);
  console.log(SAID[done](email));
  if (done === "no such person") process.exitCode = 1;
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(1);
}
