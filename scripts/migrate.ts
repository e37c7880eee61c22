// Applies the migrations that DATABASE_OWNER_URL's database doesn't have yet. The only command that uses the owner role.
import { migrate } from "@/db/migrate";

const ownerUrl = process.env.DATABASE_OWNER_URL;
if (!ownerUrl)
  throw new Error("DATABASE_OWNER_URL is not set: the URL of the role citestreak_owner (db/roles.sql)");
const applied = await migrate(ownerUrl);
console.log(applied.length === 0 ? "Nothing to do." : `Applied: ${applied.join(", ")}`);
