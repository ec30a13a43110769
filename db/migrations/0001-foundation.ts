export const sql = `
CREATE TABLE "staff" (
  "id" text PRIMARY KEY NOT NULL,
  "surname" text NOT NULL,
  "first_name" text NOT NULL,
  "patronymic" text,
  "position_kk" text NOT NULL,
  "position_ru" text NOT NULL,
  "signatory_role" text,
  "service_types" text NOT NULL,
  "started_on" text,
  "left_on" text,
  CONSTRAINT "staff_signatory_role" CHECK("signatory_role" IN ('social-work-specialist', 'psychologist', 'medical', 'specialist', 'consultant')),
  CONSTRAINT "staff_service_types" CHECK(json_valid("service_types")),
  CONSTRAINT "staff_started_on" CHECK(date("started_on") IS "started_on"),
  CONSTRAINT "staff_left_on" CHECK(date("left_on") IS "left_on")
) STRICT;
CREATE TABLE "facility" (
  "id" text PRIMARY KEY NOT NULL,
  "type" text NOT NULL,
  "name_kk" text NOT NULL,
  "name_ru" text NOT NULL,
  "place_kk" text NOT NULL,
  "place_ru" text NOT NULL,
  "head_staff_id" text,
  FOREIGN KEY ("head_staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "facility_type" CHECK("type" IN ('stationary', 'semi-stationary', 'home-care', 'temporary-stay'))
) STRICT;
CREATE TABLE "account" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "role" text NOT NULL,
  "staff_id" text,
  "disabled" integer DEFAULT false NOT NULL,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "account_role" CHECK("role" IN ('head', 'worker', 'auditor')),
  CONSTRAINT "account_disabled" CHECK("disabled" IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX "account_name_unique" ON "account" ("name");
CREATE TABLE "setting" (
  "id" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL,
  CONSTRAINT "setting_value" CHECK(json_valid("value"))
) STRICT;
CREATE TABLE "recipient" (
  "id" text PRIMARY KEY NOT NULL,
  "surname" text NOT NULL,
  "first_name" text NOT NULL,
  "patronymic" text,
  "born_on" text,
  "sex" text,
  "iin" text,
  "iin_override_reason" text,
  "category" text,
  "address" text,
  "phone" text,
  "programme_from" text,
  "programme_to" text,
  "diagnosis" text,
  "ethnicity" text,
  "social_status" text,
  CONSTRAINT "recipient_born_on" CHECK(date("born_on") IS "born_on"),
  CONSTRAINT "recipient_sex" CHECK("sex" IN ('male', 'female')),
  CONSTRAINT "recipient_category" CHECK("category" IN ('child-psychoneurological', 'child-musculoskeletal', 'adult-psychoneurological', 'disabled-group-1-2', 'elderly', 'other')),
  CONSTRAINT "recipient_programme_from" CHECK(date("programme_from") IS "programme_from"),
  CONSTRAINT "recipient_programme_to" CHECK(date("programme_to") IS "programme_to")
) STRICT;
CREATE INDEX "recipient_iin" ON "recipient" ("iin");
CREATE TABLE "relative" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "position" integer NOT NULL,
  "kinship" text NOT NULL,
  "surname" text NOT NULL,
  "first_name" text NOT NULL,
  "patronymic" text,
  "born_on" text,
  "absence_reason" text,
  "proof" text,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "relative_kinship" CHECK("kinship" IN ('mother', 'father', 'guardian')),
  CONSTRAINT "relative_born_on" CHECK(date("born_on") IS "born_on")
) STRICT;
CREATE INDEX "relative_recipient" ON "relative" ("recipient_id");
CREATE TABLE "journal" (
  "id" text PRIMARY KEY NOT NULL,
  "begun_on" text NOT NULL,
  "ended_on" text,
  CONSTRAINT "journal_begun_on" CHECK(date("begun_on") IS "begun_on"),
  CONSTRAINT "journal_ended_on" CHECK(date("ended_on") IS "ended_on")
) STRICT;
CREATE TABLE "placement" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "journal_id" text NOT NULL,
  "row_number" integer NOT NULL,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("journal_id") REFERENCES "journal"("id") ON UPDATE no action ON DELETE no action
) STRICT;
CREATE UNIQUE INDEX "placement_row" ON "placement" ("journal_id","row_number");
CREATE INDEX "placement_recipient" ON "placement" ("recipient_id");
CREATE TABLE "placement_event" (
  "id" text PRIMARY KEY NOT NULL,
  "placement_id" text NOT NULL,
  "kind" text NOT NULL,
  "happened_on" text NOT NULL,
  "order_number" text,
  "reason" text,
  "destination" text,
  "position" integer NOT NULL,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "placement_event_kind" CHECK("kind" IN ('queued', 'admitted', 'readmitted', 'left', 'came-back', 'transferred', 'discharged', 'withdrawn')),
  CONSTRAINT "placement_event_happened_on" CHECK(date("happened_on") IS "happened_on")
) STRICT;
CREATE INDEX "event_placement" ON "placement_event" ("placement_id");
CREATE TABLE "personal_file" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "number" text NOT NULL,
  "number_value" integer,
  "opened_on" text NOT NULL,
  "place_kk" text NOT NULL,
  "place_ru" text NOT NULL,
  "came_from" text,
  "signed_on" text,
  "sheets" integer,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "personal_file_opened_on" CHECK(date("opened_on") IS "opened_on"),
  CONSTRAINT "personal_file_signed_on" CHECK(date("signed_on") IS "signed_on")
) STRICT;
CREATE UNIQUE INDEX "file_number" ON "personal_file" ("number");
CREATE UNIQUE INDEX "file_recipient" ON "personal_file" ("recipient_id");
CREATE TABLE "file_document" (
  "id" text PRIMARY KEY NOT NULL,
  "file_id" text NOT NULL,
  "position" integer NOT NULL,
  "title" text NOT NULL,
  "sheets" integer,
  "copies" integer,
  "original" integer DEFAULT false NOT NULL,
  "consent_on" text,
  "received_on" text,
  "returned_on" text,
  FOREIGN KEY ("file_id") REFERENCES "personal_file"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "file_document_original" CHECK("original" IN (0, 1)),
  CONSTRAINT "file_document_consent_on" CHECK(date("consent_on") IS "consent_on"),
  CONSTRAINT "file_document_received_on" CHECK(date("received_on") IS "received_on"),
  CONSTRAINT "file_document_returned_on" CHECK(date("returned_on") IS "returned_on")
) STRICT;
CREATE INDEX "document_file" ON "file_document" ("file_id");
CREATE TABLE "plan" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "placement_id" text NOT NULL,
  "revision" integer DEFAULT 0 NOT NULL,
  "revises_id" text,
  "opened_by_round_id" text,
  "services_to_review" text NOT NULL,
  "status" text NOT NULL,
  "observed_from" text,
  "observed_to" text,
  "period_from" text,
  "period_to" text,
  "review_on" text,
  "drawn_up_on" text,
  "filled_on" text,
  "approved_on" text,
  "approved_by_id" text,
  "ended_on" text,
  "end_reason" text,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("approved_by_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "plan_services_to_review" CHECK(json_valid("services_to_review")),
  CONSTRAINT "plan_status" CHECK("status" IN ('draft', 'filled', 'approved', 'revised', 'ended')),
  CONSTRAINT "plan_observed_from" CHECK(date("observed_from") IS "observed_from"),
  CONSTRAINT "plan_observed_to" CHECK(date("observed_to") IS "observed_to"),
  CONSTRAINT "plan_period_from" CHECK(date("period_from") IS "period_from"),
  CONSTRAINT "plan_period_to" CHECK(date("period_to") IS "period_to"),
  CONSTRAINT "plan_review_on" CHECK(date("review_on") IS "review_on"),
  CONSTRAINT "plan_drawn_up_on" CHECK(date("drawn_up_on") IS "drawn_up_on"),
  CONSTRAINT "plan_filled_on" CHECK(date("filled_on") IS "filled_on"),
  CONSTRAINT "plan_approved_on" CHECK(date("approved_on") IS "approved_on"),
  CONSTRAINT "plan_ended_on" CHECK(date("ended_on") IS "ended_on")
) STRICT;
CREATE INDEX "plan_recipient" ON "plan" ("recipient_id");
CREATE INDEX "plan_status" ON "plan" ("status","period_to");
CREATE TABLE "measure" (
  "id" text PRIMARY KEY NOT NULL,
  "plan_id" text NOT NULL,
  "service_type" text NOT NULL,
  "position" integer NOT NULL,
  "text" text NOT NULL,
  "volume" text,
  "period" text,
  "date_from" text,
  "date_to" text,
  "staff_id" text,
  "assigned_on" text,
  FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "measure_service_type" CHECK("service_type" IN ('everyday', 'medical', 'psychological', 'pedagogical', 'labour', 'cultural', 'economic', 'legal')),
  CONSTRAINT "measure_period" CHECK("period" IN ('week', 'month', 'quarter')),
  CONSTRAINT "measure_date_from" CHECK(date("date_from") IS "date_from"),
  CONSTRAINT "measure_date_to" CHECK(date("date_to") IS "date_to"),
  CONSTRAINT "measure_assigned_on" CHECK(date("assigned_on") IS "assigned_on")
) STRICT;
CREATE INDEX "measure_plan" ON "measure" ("plan_id");
CREATE TABLE "plan_signature" (
  "id" text PRIMARY KEY NOT NULL,
  "plan_id" text NOT NULL,
  "role" text NOT NULL,
  "staff_id" text,
  "signed_on" text,
  FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "plan_signature_role" CHECK("role" IN ('social-work-specialist', 'psychologist', 'medical', 'specialist', 'consultant')),
  CONSTRAINT "plan_signature_signed_on" CHECK(date("signed_on") IS "signed_on")
) STRICT;
CREATE UNIQUE INDEX "signature_plan_role" ON "plan_signature" ("plan_id","role");
CREATE TABLE "monitoring_round" (
  "id" text PRIMARY KEY NOT NULL,
  "plan_id" text NOT NULL,
  "number" integer NOT NULL,
  "status" text NOT NULL,
  "observed_from" text,
  "observed_to" text,
  "monitored_on" text,
  "entered_on" text,
  "specialist_id" text,
  "specialist_signed_on" text,
  "consultant_id" text,
  "consultant_signed_on" text,
  FOREIGN KEY ("plan_id") REFERENCES "plan"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("specialist_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("consultant_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "monitoring_round_status" CHECK("status" IN ('open', 'closed')),
  CONSTRAINT "monitoring_round_observed_from" CHECK(date("observed_from") IS "observed_from"),
  CONSTRAINT "monitoring_round_observed_to" CHECK(date("observed_to") IS "observed_to"),
  CONSTRAINT "monitoring_round_monitored_on" CHECK(date("monitored_on") IS "monitored_on"),
  CONSTRAINT "monitoring_round_entered_on" CHECK(date("entered_on") IS "entered_on"),
  CONSTRAINT "monitoring_round_specialist_signed_on" CHECK(date("specialist_signed_on") IS "specialist_signed_on"),
  CONSTRAINT "monitoring_round_consultant_signed_on" CHECK(date("consultant_signed_on") IS "consultant_signed_on")
) STRICT;
CREATE UNIQUE INDEX "round_plan_number" ON "monitoring_round" ("plan_id","number");
CREATE TABLE "monitoring_entry" (
  "id" text PRIMARY KEY NOT NULL,
  "round_id" text NOT NULL,
  "service_type" text NOT NULL,
  "positive_groups" text NOT NULL,
  "positive" text,
  "none_or_worse" text,
  "reason" text,
  "decision" text,
  "services_to_review" text NOT NULL,
  "recommendation" text,
  "monitored_on" text,
  "staff_id" text,
  FOREIGN KEY ("round_id") REFERENCES "monitoring_round"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "monitoring_entry_service_type" CHECK("service_type" IN ('everyday', 'medical', 'psychological', 'pedagogical', 'labour', 'cultural', 'economic', 'legal')),
  CONSTRAINT "monitoring_entry_positive_groups" CHECK(json_valid("positive_groups")),
  CONSTRAINT "monitoring_entry_none_or_worse" CHECK("none_or_worse" IN ('none', 'worse')),
  CONSTRAINT "monitoring_entry_services_to_review" CHECK(json_valid("services_to_review")),
  CONSTRAINT "monitoring_entry_monitored_on" CHECK(date("monitored_on") IS "monitored_on")
) STRICT;
CREATE UNIQUE INDEX "entry_round_service" ON "monitoring_entry" ("round_id","service_type");
CREATE TABLE "paper" (
  "id" text PRIMARY KEY NOT NULL,
  "form" text NOT NULL,
  "edition_id" text NOT NULL,
  "edition_shape" text NOT NULL,
  "recipient_id" text,
  "subject_id" text NOT NULL,
  "revision" integer NOT NULL,
  "legal_date" text NOT NULL,
  "frozen_at" text NOT NULL,
  "values" text NOT NULL,
  CONSTRAINT "paper_legal_date" CHECK(date("legal_date") IS "legal_date"),
  CONSTRAINT "paper_frozen_at" CHECK("frozen_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z'),
  CONSTRAINT "paper_values" CHECK(json_valid("values"))
) STRICT;
CREATE INDEX "paper_subject" ON "paper" ("subject_id");
CREATE INDEX "paper_recipient" ON "paper" ("recipient_id");
CREATE TABLE "print" (
  "id" text PRIMARY KEY NOT NULL,
  "paper_id" text,
  "form" text NOT NULL,
  "recipient_id" text,
  "subject_id" text,
  "language" text NOT NULL,
  "how" text NOT NULL,
  "state" text NOT NULL,
  "printed_at" text NOT NULL,
  "account_id" text NOT NULL,
  FOREIGN KEY ("paper_id") REFERENCES "paper"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "print_language" CHECK("language" IN ('kk', 'ru', 'both')),
  CONSTRAINT "print_how" CHECK("how" IN ('printed', 'saved')),
  CONSTRAINT "print_state" CHECK("state" IN ('blank', 'draft', 'frozen')),
  CONSTRAINT "print_printed_at" CHECK("printed_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
CREATE INDEX "print_recipient" ON "print" ("recipient_id");
CREATE TABLE "change" (
  "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  "table_name" text NOT NULL,
  "row_id" text NOT NULL,
  "op" text NOT NULL,
  "patch" text NOT NULL,
  "base" text,
  "author" text,
  "recorded_at" text NOT NULL,
  "stamp" text NOT NULL,
  "origin" text NOT NULL,
  CONSTRAINT "change_op" CHECK("op" IN ('insert', 'update', 'delete')),
  CONSTRAINT "change_recorded_at" CHECK("recorded_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
CREATE INDEX "change_row" ON "change" ("row_id","seq");
CREATE INDEX "change_deleted" ON "change" ("table_name","seq") WHERE "change"."op" = 'delete';
CREATE TABLE "placement_state" (
  "placement_id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "journal_id" text NOT NULL,
  "row_number" integer NOT NULL,
  "status" text NOT NULL,
  "since" text NOT NULL,
  "queued_on" text,
  "admitted_on" text,
  "returned" integer NOT NULL,
  "current" integer NOT NULL,
  "name_key" text NOT NULL,
  CONSTRAINT "placement_state_status" CHECK("status" IN ('queued', 'receiving', 'on-leave', 'discharged', 'transferred', 'withdrawn')),
  CONSTRAINT "placement_state_since" CHECK(date("since") IS "since"),
  CONSTRAINT "placement_state_queued_on" CHECK(date("queued_on") IS "queued_on"),
  CONSTRAINT "placement_state_admitted_on" CHECK(date("admitted_on") IS "admitted_on"),
  CONSTRAINT "placement_state_returned" CHECK("returned" IN (0, 1)),
  CONSTRAINT "placement_state_current" CHECK("current" IN (0, 1))
) STRICT;
CREATE INDEX "state_recipient" ON "placement_state" ("recipient_id");
CREATE INDEX "state_status" ON "placement_state" ("status","name_key");
CREATE INDEX "state_row" ON "placement_state" ("journal_id","row_number");
CREATE TABLE "draft" (
  "account_id" text NOT NULL,
  "key" text NOT NULL,
  "values" text NOT NULL,
  "base" text,
  "saved_at" text NOT NULL,
  PRIMARY KEY("account_id", "key"),
  CONSTRAINT "draft_values" CHECK(json_valid("values")),
  CONSTRAINT "draft_saved_at" CHECK("saved_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
CREATE TABLE "command_receipt" (
  "id" text PRIMARY KEY NOT NULL,
  "received_at" text NOT NULL,
  "reply" text NOT NULL,
  CONSTRAINT "command_receipt_received_at" CHECK("received_at" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*Z')
) STRICT;
CREATE TABLE "local_state" (
  "key" text PRIMARY KEY NOT NULL,
  "value" text NOT NULL
) STRICT;
`;
