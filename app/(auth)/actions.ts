"use server";

import { redirect } from "next/navigation";
import {
  createFirstOrg,
  mailLink,
  renameMyself,
  signInByLink,
  signInToDemo,
  signOutEverywhere,
  signOutHere,
} from "@/server/auth";

export async function signInToDemoAction(next: string | undefined): Promise<void> {
  await signInToDemo(next);
}

export async function signOutAction(): Promise<void> {
  await signOutHere();
}

export async function signOutEverywhereAction(): Promise<void> {
  await signOutEverywhere();
}

/** What was typed in, with what is wrong with it. */
export interface Typed {
  readonly value: string;
  readonly problem?: string;
  /** What was done, where one stays on the page. */
  readonly done?: string;
}

export async function mailLinkAction(next: string | undefined, _: Typed, form: FormData): Promise<Typed> {
  const value = String(form.get("email") ?? "");
  const problem = await mailLink(value, next);
  if (problem !== null) return { value, problem };
  redirect("/sign-in/sent");
}

export async function signInByLinkAction(token: string, next: string | undefined): Promise<void> {
  await signInByLink(token, next);
}

export async function createFirstOrgAction(_: Typed, form: FormData): Promise<Typed> {
  const value = String(form.get("name") ?? "");
  return { value, problem: await createFirstOrg(value) };
}

export async function renameMyselfAction(_: Typed, form: FormData): Promise<Typed> {
  const value = String(form.get("name") ?? "");
  const problem = await renameMyself(value);
  return problem === null ? { value, done: "Saved." } : { value, problem };
}
