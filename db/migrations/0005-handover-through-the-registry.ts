export const sql = `
CREATE TABLE "handover" (
  "id" text PRIMARY KEY NOT NULL,
  "direction" text NOT NULL,
  "state" text,
  "other_name_kk" text NOT NULL,
  "other_name_ru" text NOT NULL,
  "problem" text,
  "packed" blob,
  "sealed" blob,
  "delivered" integer DEFAULT false NOT NULL,
  "offered_at" text,
  "answered_at" text,
  "reason" text,
  CONSTRAINT "handover_direction" CHECK("direction" IN ('outgoing', 'incoming')),
  CONSTRAINT "handover_state" CHECK("state" IN ('offered', 'accepted', 'rejected', 'withdrawn')),
  CONSTRAINT "handover_problem" CHECK("problem" IN ('cannot-open', 'damaged', 'newer', 'too-large', 'not-taken', 'answered-otherwise')),
  CONSTRAINT "handover_delivered" CHECK("delivered" IN (0, 1)),
  CONSTRAINT "handover_offered_at" CHECK("offered_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CONSTRAINT "handover_answered_at" CHECK("answered_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
ALTER TABLE "transfer" ADD "other_facility_id" text;
`;
