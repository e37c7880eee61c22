import type { NextRequest } from "next/server";
import { handlers } from "@/server/auth";
import { joinWebProcess } from "@/server/web-process";

export function GET(request: NextRequest): Promise<Response> {
  joinWebProcess();
  return handlers.GET(request);
}

export function POST(request: NextRequest): Promise<Response> {
  joinWebProcess();
  return handlers.POST(request);
}
