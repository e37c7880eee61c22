-- What an answer was expected to cost us, kept with each price version; null in those from before.
ALTER TABLE "catalog"."price" ADD COLUMN "estimate_micros" integer;
