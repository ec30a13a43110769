import {integer, sqliteTable, text, index, uniqueIndex} from 'drizzle-orm/sqlite-core';
import {measurePeriods, planStatuses, serviceTypes, signatoryRoles, type ServiceType} from '../../domain/vocabulary.ts';
import {staff} from './facility.ts';
import {placement} from './journal.ts';
import {recipient} from './recipient.ts';

/** The individual plan (Appendix 4), or one revision of it. */
export const plan = sqliteTable(
  'plan',
  {
    id: text().primaryKey(),
    recipientId: text()
      .notNull()
      .references(() => recipient.id),
    placementId: text()
      .notNull()
      .references(() => placement.id),
    /** 0 for a plan, then 1, 2, … for its corrections. */
    revision: integer().notNull().default(0),
    /** The plan that this one corrects. */
    revisesId: text(),
    /** The monitoring round whose decision opened this revision. */
    openedByRoundId: text(),
    /** Service types that the decision named. */
    servicesToReview: text({mode: 'json'}).$type<ServiceType[]>().notNull(),
    status: text({enum: planStatuses}).notNull(),
    observedFrom: text(),
    observedTo: text(),
    periodFrom: text(),
    periodTo: text(),
    reviewOn: text(),
    drawnUpOn: text(),
    filledOn: text(),
    approvedOn: text(),
    approvedById: text().references(() => staff.id),
    endedOn: text(),
    endReason: text(),
  },
  table => [
    index('plan_recipient').on(table.recipientId),
    index('plan_status').on(table.status, table.periodTo),
    index('plan_period').on(table.periodTo),
  ],
);

/** A measure of a plan: what, how much, how often, from when to when, assigned by whom. */
export const measure = sqliteTable(
  'measure',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    serviceType: text({enum: serviceTypes}).notNull(),
    position: integer().notNull(),
    text: text().notNull(),
    volume: text(),
    period: text({enum: measurePeriods}),
    dateFrom: text(),
    dateTo: text(),
    staffId: text().references(() => staff.id),
    assignedOn: text(),
  },
  table => [index('measure_plan').on(table.planId)],
);

/** A line of the signature block of Appendix 4. */
export const planSignature = sqliteTable(
  'plan_signature',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    role: text({enum: signatoryRoles}).notNull(),
    staffId: text().references(() => staff.id),
    signedOn: text(),
  },
  table => [uniqueIndex('signature_plan_role').on(table.planId, table.role)],
);
