export const sql = String.raw`
CREATE TABLE "facility" (
  "id" uuid PRIMARY KEY NOT NULL,
  "type" text NOT NULL,
  "name_kk" text NOT NULL,
  "name_ru" text NOT NULL,
  "epoch" text COLLATE "C" NOT NULL,
  "head" bigint DEFAULT 0 NOT NULL,
  "clock" text COLLATE "C",
  "report" jsonb,
  "reported_at" timestamp (3) with time zone
);

CREATE TABLE "node" (
  "facility_id" uuid NOT NULL,
  "id" text COLLATE "C" NOT NULL,
  "name" text NOT NULL,
  "box" text NOT NULL,
  "sign" text NOT NULL,
  "status" text DEFAULT 'active' NOT NULL,
  "partner" jsonb NOT NULL,
  "parcels_out" integer DEFAULT 0 NOT NULL,
  "program" text DEFAULT '' NOT NULL,
  "schema_number" bigint DEFAULT 1 NOT NULL,
  "enrolled_at" timestamp (3) with time zone NOT NULL,
  "last_exchange_at" timestamp (3) with time zone,
  "quarantined" bigint DEFAULT 0 NOT NULL,
  CONSTRAINT "node_facility_id_id_pk" PRIMARY KEY("facility_id","id"),
  CONSTRAINT "node_shape" CHECK ("node"."id" ~ '^[0-9a-f]{16}$')
);

CREATE TABLE "enrolment_code" (
  "facility_id" uuid NOT NULL,
  "hash" text COLLATE "C" NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL,
  "used_at" timestamp (3) with time zone,
  "used_by" text COLLATE "C",
  CONSTRAINT "enrolment_code_facility_id_hash_pk" PRIMARY KEY("facility_id","hash")
);

CREATE TABLE "change" (
  "facility_id" uuid NOT NULL,
  "seq" bigint NOT NULL,
  "stamp" text COLLATE "C" NOT NULL,
  "table_name" text NOT NULL,
  "row_id" text NOT NULL,
  "op" text NOT NULL,
  "patch" text NOT NULL,
  "base" text NOT NULL,
  "author" text,
  "recorded_at" text NOT NULL,
  "via_node" text COLLATE "C",
  "via_seq" bigint NOT NULL,
  CONSTRAINT "change_facility_id_seq_pk" PRIMARY KEY("facility_id","seq")
);

CREATE TABLE "quarantine" (
  "facility_id" uuid NOT NULL,
  "stamp" text COLLATE "C" NOT NULL,
  "digest" text COLLATE "C" NOT NULL,
  "node" text COLLATE "C" NOT NULL,
  "reason" text NOT NULL,
  "change" json NOT NULL,
  "received_at" timestamp (3) with time zone NOT NULL,
  "state" text DEFAULT 'open' NOT NULL,
  CONSTRAINT "quarantine_facility_id_stamp_digest_pk" PRIMARY KEY("facility_id","stamp","digest"),
  CONSTRAINT "quarantine_state" CHECK ("quarantine"."state" IN ('open', 'mended'))
);

CREATE TABLE "refusal" (
  "facility_id" uuid NOT NULL,
  "node" text COLLATE "C" NOT NULL,
  "stamp" text COLLATE "C" NOT NULL,
  "reason" text NOT NULL,
  "mended" boolean NOT NULL,
  "said_at" timestamp (3) with time zone NOT NULL,
  CONSTRAINT "refusal_facility_id_node_stamp_pk" PRIMARY KEY("facility_id","node","stamp")
);

CREATE TABLE "blob" (
  "facility_id" uuid NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "received" bigint DEFAULT 0 NOT NULL,
  "completed_at" timestamp (3) with time zone,
  CONSTRAINT "blob_facility_id_sha256_pk" PRIMARY KEY("facility_id","sha256")
);

CREATE TABLE "blob_chunk" (
  "facility_id" uuid NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "at" bigint NOT NULL,
  "bytes" bytea NOT NULL,
  CONSTRAINT "blob_chunk_facility_id_sha256_at_pk" PRIMARY KEY("facility_id","sha256","at")
);

CREATE TABLE "handover" (
  "facility_id" uuid NOT NULL,
  "id" uuid NOT NULL,
  "to_facility" uuid NOT NULL,
  "state" text DEFAULT 'offered' NOT NULL,
  "sha256" text COLLATE "C" NOT NULL,
  "size" bigint NOT NULL,
  "offered_at" timestamp (3) with time zone NOT NULL,
  "answered_at" timestamp (3) with time zone,
  "reason" text,
  CONSTRAINT "handover_facility_id_id_pk" PRIMARY KEY("facility_id","id")
);

CREATE TABLE "officer" (
  "only" boolean PRIMARY KEY DEFAULT true NOT NULL,
  "password" text NOT NULL,
  CONSTRAINT "officer_only" CHECK ("officer"."only")
);

CREATE TABLE "officer_session" (
  "hash" text COLLATE "C" PRIMARY KEY NOT NULL,
  "token" text NOT NULL,
  "expires_at" timestamp (3) with time zone NOT NULL
);

CREATE TABLE "registry" (
  "only" boolean PRIMARY KEY DEFAULT true NOT NULL,
  "node" text COLLATE "C" NOT NULL,
  "box" text NOT NULL,
  "sign" text NOT NULL,
  CONSTRAINT "registry_only" CHECK ("registry"."only")
);

ALTER TABLE "node" ADD CONSTRAINT "node_facility_id_facility_id_fk" FOREIGN KEY ("facility_id") REFERENCES "facility"("id");
ALTER TABLE "enrolment_code" ADD CONSTRAINT "enrolment_code_facility_id_facility_id_fk" FOREIGN KEY ("facility_id") REFERENCES "facility"("id");
ALTER TABLE "quarantine" ADD CONSTRAINT "quarantine_facility_id_node_node_facility_id_id_fk" FOREIGN KEY ("facility_id","node") REFERENCES "node"("facility_id","id");
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_facility_id_node_node_facility_id_id_fk" FOREIGN KEY ("facility_id","node") REFERENCES "node"("facility_id","id");
ALTER TABLE "blob" ADD CONSTRAINT "blob_facility_id_facility_id_fk" FOREIGN KEY ("facility_id") REFERENCES "facility"("id");
ALTER TABLE "handover" ADD CONSTRAINT "handover_facility_id_facility_id_fk" FOREIGN KEY ("facility_id") REFERENCES "facility"("id");
ALTER TABLE "handover" ADD CONSTRAINT "handover_to_facility_facility_id_fk" FOREIGN KEY ("to_facility") REFERENCES "facility"("id");
CREATE UNIQUE INDEX "node_id" ON "node" USING btree ("id");
CREATE UNIQUE INDEX "enrolment_code_hash" ON "enrolment_code" USING btree ("hash");
CREATE UNIQUE INDEX "change_stamp" ON "change" USING btree ("facility_id","stamp");
CREATE INDEX "handover_receiver" ON "handover" USING btree ("to_facility","id");
CREATE INDEX "handover_content" ON "handover" USING btree ("facility_id","sha256");

-- Row-level security. Three roles, none of which owns anything or sees past a policy:
--   tirek_exchange  one facility, named by the setting tirek.facility of the transaction; without it: no row at all
--   tirek_front     what must be known before the facility is: who a node is, what a code opens, who else there is
--   tirek_officer   facilities, nodes and codes of all; never what a log, an attachment or a hand-over holds
-- FORCE: the owner of the tables, whom the server signs in as, sees nothing either unless it takes one of the roles.

CREATE FUNCTION tirek_facility() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('tirek.facility', true), '')::uuid;

ALTER TABLE "facility" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "facility" FORCE ROW LEVEL SECURITY;
ALTER TABLE "node" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "node" FORCE ROW LEVEL SECURITY;
ALTER TABLE "change" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "change" FORCE ROW LEVEL SECURITY;
ALTER TABLE "quarantine" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "quarantine" FORCE ROW LEVEL SECURITY;
ALTER TABLE "refusal" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "refusal" FORCE ROW LEVEL SECURITY;
ALTER TABLE "blob" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "blob" FORCE ROW LEVEL SECURITY;
ALTER TABLE "blob_chunk" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "blob_chunk" FORCE ROW LEVEL SECURITY;
ALTER TABLE "handover" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "handover" FORCE ROW LEVEL SECURITY;
ALTER TABLE "enrolment_code" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "enrolment_code" FORCE ROW LEVEL SECURITY;

CREATE POLICY exchange_own ON "facility" TO tirek_exchange USING (id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "node" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "change" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "quarantine" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "refusal" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "blob" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_own ON "blob_chunk" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_sent ON "handover" TO tirek_exchange USING (facility_id = (SELECT tirek_facility()));
CREATE POLICY exchange_read ON "handover" FOR SELECT TO tirek_exchange USING (to_facility = (SELECT tirek_facility()));
CREATE POLICY exchange_answer ON "handover" FOR UPDATE TO tirek_exchange USING (to_facility = (SELECT tirek_facility()));
-- What was offered to a facility it may read, until it has said no.
CREATE POLICY exchange_offered ON "blob" FOR SELECT TO tirek_exchange USING (EXISTS (
  SELECT FROM "handover" AS offered WHERE offered.facility_id = blob.facility_id AND offered.sha256 = blob.sha256
    AND offered.to_facility = (SELECT tirek_facility()) AND offered.state IN ('offered', 'accepted')));
CREATE POLICY exchange_offered ON "blob_chunk" FOR SELECT TO tirek_exchange USING (EXISTS (
  SELECT FROM "handover" AS offered WHERE offered.facility_id = blob_chunk.facility_id AND offered.sha256 = blob_chunk.sha256
    AND offered.to_facility = (SELECT tirek_facility()) AND offered.state IN ('offered', 'accepted')));
CREATE POLICY front ON "facility" TO tirek_front USING (true);
CREATE POLICY front ON "node" TO tirek_front USING (true);
CREATE POLICY front ON "enrolment_code" TO tirek_front USING (true);
CREATE POLICY officer ON "facility" TO tirek_officer USING (true);
CREATE POLICY officer ON "node" TO tirek_officer USING (true);
CREATE POLICY officer ON "enrolment_code" TO tirek_officer USING (true);
CREATE POLICY officer ON "quarantine" TO tirek_officer USING (true);
CREATE POLICY officer ON "refusal" TO tirek_officer USING (true);

GRANT SELECT, UPDATE (epoch, head, clock, report, reported_at) ON "facility" TO tirek_exchange;
GRANT SELECT, UPDATE (status, partner, parcels_out, program, schema_number, last_exchange_at, quarantined) ON "node" TO tirek_exchange;
GRANT SELECT, INSERT ON "change", "quarantine" TO tirek_exchange;
GRANT SELECT, INSERT, UPDATE (reason, mended, said_at) ON "refusal" TO tirek_exchange;
GRANT SELECT, INSERT, UPDATE (received, completed_at) ON "blob" TO tirek_exchange;
GRANT SELECT, INSERT, DELETE ON "blob_chunk" TO tirek_exchange;
GRANT SELECT, INSERT, UPDATE (state, answered_at, reason) ON "handover" TO tirek_exchange;

GRANT SELECT (id, type, name_kk, name_ru, head) ON "facility" TO tirek_front;
GRANT SELECT (facility_id, id, name, box, sign, status), INSERT, UPDATE (name, box, sign, status, enrolled_at) ON "node" TO tirek_front;
GRANT SELECT, UPDATE (used_at, used_by) ON "enrolment_code" TO tirek_front;

GRANT SELECT, INSERT ON "facility", "enrolment_code" TO tirek_officer;
GRANT SELECT, UPDATE (status) ON "node" TO tirek_officer;
GRANT SELECT (facility_id, stamp, digest, node, reason, received_at, state) ON "quarantine" TO tirek_officer;
GRANT SELECT ON "refusal" TO tirek_officer;
GRANT SELECT, INSERT, UPDATE, DELETE ON "officer", "officer_session" TO tirek_officer;
`;
