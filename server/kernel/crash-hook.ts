/**
 * What happens at a crash point: nothing. Only tests may import this file (an import rule says so): they put a SIGKILL of
 * their own process here, in processes that they start for it.
 */
export const crashHook: { reached(point: string): void } = { reached: () => {} };
