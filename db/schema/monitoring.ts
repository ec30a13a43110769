import {index, integer, sqliteTable, text, uniqueIndex} from 'drizzle-orm/sqlite-core';
import {serviceTypes, type PositiveChangeGroup, type ServiceType} from '../../domain/vocabulary.ts';
import {staff} from './facility.ts';
import {plan} from './plan.ts';

/** One round of monitoring of a plan: a sheet of the journal (Appendix 5). */
export const monitoringRound = sqliteTable(
  'monitoring_round',
  {
    id: text().primaryKey(),
    planId: text()
      .notNull()
      .references(() => plan.id),
    number: integer().notNull(),
    status: text({enum: ['open', 'closed']}).notNull(),
    observedFrom: text(),
    observedTo: text(),
    monitoredOn: text(),
    enteredOn: text(),
    specialistId: text().references(() => staff.id),
    specialistSignedOn: text(),
    /** Home care only (note **). */
    consultantId: text().references(() => staff.id),
    consultantSignedOn: text(),
  },
  table => [
    uniqueIndex('round_plan_number').on(table.planId, table.number),
    index('round_monitored').on(table.monitoredOn),
  ],
);

/** One row of a round: what changed for one service type, and what was decided. */
export const monitoringEntry = sqliteTable(
  'monitoring_entry',
  {
    id: text().primaryKey(),
    roundId: text()
      .notNull()
      .references(() => monitoringRound.id),
    serviceType: text({enum: serviceTypes}).notNull(),
    positiveGroups: text({mode: 'json'}).$type<PositiveChangeGroup[]>().notNull(),
    positive: text(),
    noneOrWorse: text({enum: ['none', 'worse']}),
    reason: text(),
    decision: text(),
    servicesToReview: text({mode: 'json'}).$type<ServiceType[]>().notNull(),
    recommendation: text(),
    monitoredOn: text(),
    staffId: text().references(() => staff.id),
  },
  table => [uniqueIndex('entry_round_service').on(table.roundId, table.serviceType)],
);
