"use client";

import { CalendarRange } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PlanForm, type PlannedPanel } from "./plan-form";

/** The button and its window, in which one tries what a week could say and what it would cost. Nothing is saved here. */
export function PlanDialog(planned: PlannedPanel) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          <CalendarRange size={16} aria-hidden="true" />
          Plan a week
        </Button>
      }
      title="Plan a week"
      description="How sharp a week’s numbers would be, and what it costs. Nothing is started or saved."
    >
      <PlanForm {...planned} />
    </Dialog>
  );
}
