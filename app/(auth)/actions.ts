"use server";

import { signInToDemo, signOutHere } from "@/server/auth";

export async function signInToDemoAction(next: string | undefined): Promise<void> {
  await signInToDemo(next);
}

export async function signOutAction(): Promise<void> {
  await signOutHere();
}
