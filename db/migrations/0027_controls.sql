-- Made-up brands that the matcher found in an answer, so that its errors are counted on every project's own answers.
ALTER TABLE "tracking"."answer" ADD COLUMN "controls" text[];
