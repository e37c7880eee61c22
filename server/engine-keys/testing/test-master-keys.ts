/** For tests: one master key, of version 1. */
export const TEST_MASTER_KEYS = `1:${Buffer.alloc(32, 7).toString("base64")}`;
