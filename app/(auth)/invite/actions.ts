"use server";

import { joinByInvitation } from "@/server/auth";

export async function joinAction(token: string): Promise<void> {
  await joinByInvitation(token);
}
