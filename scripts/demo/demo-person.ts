/** Who enters by the demo sign-in: the owner of the demo's org. */
export const DEMO_PERSON = { email: "demo@citestreak.example", name: "Demo visitor" } as const;
