export const sql = String.raw`
CREATE TABLE "reference_document" (
  "kind" text NOT NULL,
  "version" integer NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "published_at" timestamp (3) with time zone NOT NULL,
  "content" text NOT NULL,
  "seal" text NOT NULL,
  CONSTRAINT "reference_document_kind_version_pk" PRIMARY KEY("kind","version")
);

CREATE TABLE "reference_draft" (
  "kind" text PRIMARY KEY NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "content" text NOT NULL,
  "saved_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "reference_given" (
  "facility_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "version" integer NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "seq" bigint NOT NULL,
  "stamp" text COLLATE "C" NOT NULL,
  CONSTRAINT "reference_given_facility_id_kind_pk" PRIMARY KEY("facility_id","kind")
);

ALTER TABLE "reference_given" ADD CONSTRAINT "reference_given_facility_id_facility_id_fk" FOREIGN KEY ("facility_id") REFERENCES "facility"("id");

-- The documents are for everybody and name nobody; which of them a facility has is its own.
ALTER TABLE "reference_given" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "reference_given" FORCE ROW LEVEL SECURITY;

CREATE POLICY exchange_own ON "reference_given" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY officer ON "reference_given" TO tirek_officer USING (true);

-- A PC gives back what a registry that was put back from a copy has lost: sealed by this registry.
GRANT SELECT, INSERT ON "reference_document" TO tirek_exchange;
GRANT SELECT, INSERT, UPDATE (version, sha256, seq, stamp) ON "reference_given" TO tirek_exchange;

GRANT SELECT, INSERT ON "reference_document" TO tirek_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON "reference_draft" TO tirek_officer;
GRANT SELECT ON "reference_given" TO tirek_officer;
`;
