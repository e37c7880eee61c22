"use client";

import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ScheduleForm, type ScheduleFormProps } from "./schedule-form";

/** The button and its window: a new schedule, or the edit of one. The form is made anew at each opening. */
export function ScheduleDialog(props: Omit<ScheduleFormProps, "onClose">) {
  const [open, setOpen] = useState(false);
  const { schedule } = props;
  return (
    <>
      <Button {...(schedule && { look: "quiet", size: "small" })} onClick={() => setOpen(true)}>
        {!schedule && <CalendarClock size={16} aria-hidden="true" />}
        {schedule ? "Edit" : "Schedule a panel"}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={schedule ? `Schedule of ${schedule.panelName}` : "Schedule a panel"}
        description="It is asked by itself, always in its newest version. A run that can’t be paid waits for credits."
      >
        <ScheduleForm {...props} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
