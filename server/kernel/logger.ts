import pino from "pino";
import { currentContext } from "./context";
import { env } from "./env";

/** JSON lines on stderr (stdout belongs to what a command prints), each with the org and request it was written under. */
export const logger = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    redact: {
      paths: [
        "*.authorization",
        "*.password",
        "*.apiKey",
        "*.signingKey",
        "*.databaseUrl",
        "headers.authorization",
        "headers.cookie",
      ],
      censor: "[redacted]",
    },
    mixin() {
      const context = currentContext();
      return context ? { orgId: context.orgId, requestId: context.requestId } : {};
    },
  },
  pino.destination({ dest: 2, sync: true }),
);

export type Logger = pino.Logger;
