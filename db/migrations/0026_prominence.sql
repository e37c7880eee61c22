-- How much of an answer a brand gets; null where it was read before that was counted, or where a person or a model decided.
ALTER TABLE "tracking"."mention" ADD COLUMN "prominence" real;