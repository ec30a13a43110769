export const sql = `
CREATE TABLE "unit" (
  "id" text PRIMARY KEY NOT NULL,
  "kind" text NOT NULL,
  "name_kk" text NOT NULL,
  "name_ru" text NOT NULL,
  "places" integer,
  "opened_on" text,
  "closed_on" text,
  CONSTRAINT "unit_kind" CHECK("kind" IN ('supported-living', 'palliative')),
  CONSTRAINT "unit_opened_on" CHECK(date("opened_on") IS "opened_on"),
  CONSTRAINT "unit_closed_on" CHECK(date("closed_on") IS "closed_on")
) STRICT;
CREATE TABLE "calendar_edit" (
  "id" text PRIMARY KEY NOT NULL,
  "working" integer NOT NULL,
  "reason" text NOT NULL,
  CONSTRAINT "calendar_edit_working" CHECK("working" IN (0, 1))
) STRICT;
CREATE TABLE "recipient_merge" (
  "id" text PRIMARY KEY NOT NULL,
  "kept_id" text NOT NULL,
  "merged_id" text NOT NULL,
  "merged_on" text NOT NULL,
  "moved" text NOT NULL,
  "filled" text NOT NULL,
  "undone_on" text,
  FOREIGN KEY ("kept_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("merged_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "recipient_merge_merged_on" CHECK(date("merged_on") IS "merged_on"),
  CONSTRAINT "recipient_merge_moved" CHECK(json_valid("moved")),
  CONSTRAINT "recipient_merge_filled" CHECK(json_valid("filled")),
  CONSTRAINT "recipient_merge_undone_on" CHECK(date("undone_on") IS "undone_on")
) STRICT;
CREATE INDEX "merge_kept" ON "recipient_merge" ("kept_id");
CREATE INDEX "merge_merged" ON "recipient_merge" ("merged_id");
CREATE TABLE "unit_stay" (
  "id" text PRIMARY KEY NOT NULL,
  "placement_id" text NOT NULL,
  "unit_id" text NOT NULL,
  "from_on" text NOT NULL,
  "to_on" text,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "unit_stay_from_on" CHECK(date("from_on") IS "from_on"),
  CONSTRAINT "unit_stay_to_on" CHECK(date("to_on") IS "to_on")
) STRICT;
CREATE INDEX "stay_placement" ON "unit_stay" ("placement_id");
CREATE INDEX "stay_unit" ON "unit_stay" ("unit_id");
CREATE TABLE "admission_check" (
  "id" text PRIMARY KEY NOT NULL,
  "placement_id" text NOT NULL,
  "item_id" text NOT NULL,
  "answer" text NOT NULL,
  "value" text,
  "reason" text,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "admission_check_answer" CHECK("answer" IN ('met', 'not-met', 'unknown'))
) STRICT;
CREATE UNIQUE INDEX "check_placement_item" ON "admission_check" ("placement_id","item_id");
CREATE TABLE "portal_entry" (
  "id" text PRIMARY KEY NOT NULL,
  "entered_on" text NOT NULL,
  "staff_id" text,
  "columns" text NOT NULL,
  FOREIGN KEY ("id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "portal_entry_entered_on" CHECK(date("entered_on") IS "entered_on"),
  CONSTRAINT "portal_entry_columns" CHECK(json_valid("columns"))
) STRICT;
CREATE TABLE "year_binding" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "year" integer NOT NULL,
  "bound_on" text NOT NULL,
  "sheets" integer NOT NULL,
  CONSTRAINT "year_binding_bound_on" CHECK(date("bound_on") IS "bound_on")
) STRICT;
CREATE UNIQUE INDEX "binding_recipient_year" ON "year_binding" ("recipient_id","year");
CREATE TABLE "transfer" (
  "id" text PRIMARY KEY NOT NULL,
  "direction" text NOT NULL,
  "state" text NOT NULL,
  "recipient_id" text,
  "placement_id" text,
  "other_name_kk" text NOT NULL,
  "other_name_ru" text NOT NULL,
  "outside" integer DEFAULT false NOT NULL,
  "discharge_on" text,
  "discharge_order" text,
  "act_number" text,
  "act_on" text,
  "contract_number" text,
  "contract_on" text,
  "handed_by" text,
  "received_by" text,
  "reason" text,
  "inventory" text NOT NULL,
  "content" text,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "transfer_direction" CHECK("direction" IN ('outgoing', 'incoming')),
  CONSTRAINT "transfer_state" CHECK("state" IN ('prepared', 'sent', 'received', 'accepted', 'rejected', 'cancelled')),
  CONSTRAINT "transfer_outside" CHECK("outside" IN (0, 1)),
  CONSTRAINT "transfer_discharge_on" CHECK(date("discharge_on") IS "discharge_on"),
  CONSTRAINT "transfer_act_on" CHECK(date("act_on") IS "act_on"),
  CONSTRAINT "transfer_contract_on" CHECK(date("contract_on") IS "contract_on"),
  CONSTRAINT "transfer_inventory" CHECK(json_valid("inventory")),
  CONSTRAINT "transfer_content" CHECK(json_valid("content"))
) STRICT;
CREATE INDEX "transfer_recipient" ON "transfer" ("recipient_id");
CREATE INDEX "transfer_state" ON "transfer" ("direction","state");
CREATE TABLE "deadline" (
  "id" text PRIMARY KEY NOT NULL,
  "placement_id" text NOT NULL,
  "recipient_id" text NOT NULL,
  "rule_id" text,
  "kind" text NOT NULL,
  "plan_id" text,
  "round_id" text,
  "strict" text,
  "lenient" text,
  "notice_days" integer NOT NULL,
  "undecided" integer NOT NULL,
  "archive" integer NOT NULL,
  "name_key" text NOT NULL,
  "calendar_version" text NOT NULL,
  "moved_from_strict" text,
  "moved_from_lenient" text,
  "moved_because" text,
  CONSTRAINT "deadline_kind" CHECK("kind" IN ('plan-draw-up', 'plan-fill', 'plan-approve', 'monitoring-due', 'monitoring-enter', 'monthly-mark', 'year-binding', 'plan-review', 'plan-ends', 'programme-ends', 'file-open')),
  CONSTRAINT "deadline_undecided" CHECK("undecided" IN (0, 1)),
  CONSTRAINT "deadline_archive" CHECK("archive" IN (0, 1)),
  CONSTRAINT "deadline_moved_because" CHECK(json_valid("moved_because"))
) STRICT;
CREATE INDEX "deadline_recipient" ON "deadline" ("recipient_id");
CREATE INDEX "deadline_lenient" ON "deadline" ("lenient");
CREATE TABLE "deadline_stale" (
  "recipient_id" text PRIMARY KEY NOT NULL
) STRICT;
CREATE TABLE "__new_placement_event" (
  "id" text PRIMARY KEY NOT NULL,
  "placement_id" text NOT NULL,
  "kind" text NOT NULL,
  "happened_on" text NOT NULL,
  "order_number" text,
  "reason" text,
  "until" text,
  "destination" text,
  "position" integer NOT NULL,
  FOREIGN KEY ("placement_id") REFERENCES "placement"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "placement_event_kind" CHECK("kind" IN ('queued', 'called', 'postponed', 'no-show', 'admitted', 'readmitted', 'left', 'came-back', 'transferred', 'discharged', 'withdrawn')),
  CONSTRAINT "placement_event_happened_on" CHECK(date("happened_on") IS "happened_on")
) STRICT;
INSERT INTO "__new_placement_event"("id", "placement_id", "kind", "happened_on", "order_number", "reason", "destination", "position") SELECT "id", "placement_id", "kind", "happened_on", "order_number", "reason", "destination", "position" FROM "placement_event";
DROP TABLE "placement_event";
ALTER TABLE "__new_placement_event" RENAME TO "placement_event";
CREATE INDEX "event_placement" ON "placement_event" ("placement_id");
ALTER TABLE "staff" ADD "norm_post" integer;
ALTER TABLE "staff" ADD "rate_hundredths" integer;
ALTER TABLE "facility" ADD "places" integer;
CREATE TABLE "__new_recipient" (
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
  "disability_group" text,
  "merged_into_id" text,
  CONSTRAINT "recipient_born_on" CHECK(date("born_on") IS "born_on"),
  CONSTRAINT "recipient_sex" CHECK("sex" IN ('male', 'female')),
  CONSTRAINT "recipient_category" CHECK("category" IN ('child-psychoneurological', 'child-musculoskeletal', 'adult-psychoneurological', 'disabled-group-1-2', 'elderly', 'other')),
  CONSTRAINT "recipient_programme_from" CHECK(date("programme_from") IS "programme_from"),
  CONSTRAINT "recipient_programme_to" CHECK(date("programme_to") IS "programme_to"),
  CONSTRAINT "recipient_disability_group" CHECK("disability_group" IN ('first', 'second', 'third', 'child', 'none'))
) STRICT;
INSERT INTO "__new_recipient"("id", "surname", "first_name", "patronymic", "born_on", "sex", "iin", "iin_override_reason", "category", "address", "phone", "programme_from", "programme_to", "diagnosis", "ethnicity", "social_status") SELECT "id", "surname", "first_name", "patronymic", "born_on", "sex", "iin", "iin_override_reason", "category", "address", "phone", "programme_from", "programme_to", "diagnosis", "ethnicity", "social_status" FROM "recipient";
DROP TABLE "recipient";
ALTER TABLE "__new_recipient" RENAME TO "recipient";
CREATE INDEX "recipient_iin" ON "recipient" ("iin");
CREATE TABLE "__new_placement" (
  "id" text PRIMARY KEY NOT NULL,
  "recipient_id" text NOT NULL,
  "journal_id" text NOT NULL,
  "row_number" integer NOT NULL,
  "out_of_turn" text,
  "archive" integer DEFAULT false NOT NULL,
  FOREIGN KEY ("recipient_id") REFERENCES "recipient"("id") ON UPDATE no action ON DELETE no action,
  FOREIGN KEY ("journal_id") REFERENCES "journal"("id") ON UPDATE no action ON DELETE no action,
  CONSTRAINT "placement_out_of_turn" CHECK("out_of_turn" IN ('orphan-of-age')),
  CONSTRAINT "placement_archive" CHECK("archive" IN (0, 1))
) STRICT;
INSERT INTO "__new_placement"("id", "recipient_id", "journal_id", "row_number") SELECT "id", "recipient_id", "journal_id", "row_number" FROM "placement";
DROP TABLE "placement";
ALTER TABLE "__new_placement" RENAME TO "placement";
CREATE UNIQUE INDEX "placement_row" ON "placement" ("journal_id","row_number");
CREATE INDEX "placement_recipient" ON "placement" ("recipient_id");
CREATE INDEX "plan_period" ON "plan" ("period_to");
CREATE INDEX "round_monitored" ON "monitoring_round" ("monitored_on");
`;
