export const sql = `
CREATE TABLE "phrase" (
  "id" text PRIMARY KEY NOT NULL,
  "service_type" text NOT NULL,
  "place" text NOT NULL,
  "text_kk" text NOT NULL,
  "text_ru" text NOT NULL,
  "hidden" integer DEFAULT false NOT NULL,
  CONSTRAINT "phrase_service_type" CHECK("service_type" IN ('everyday', 'medical', 'psychological', 'pedagogical', 'labour', 'cultural', 'economic', 'legal')),
  CONSTRAINT "phrase_place" CHECK("place" IN ('measure', 'positive', 'reason', 'recommendation')),
  CONSTRAINT "phrase_hidden" CHECK("hidden" IN (0, 1))
) STRICT;
CREATE TABLE "phrase_use" (
  "id" text PRIMARY KEY NOT NULL,
  "uses" integer NOT NULL
) STRICT;
`;
