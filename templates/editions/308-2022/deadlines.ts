import {dueNames, type DeadlineGround, type DeadlineRule} from '../../../domain/deadline-rule.ts';
import {text} from '../../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../../domain/vocabulary.ts';

const plan = ground(text('Қағидалардың 35-тармағының 4) тармақшасы', 'подпункт 4) пункта 35 Правил'));
const journal = ground(text('Қағидалардың 35-тармағының 5) тармақшасы', 'подпункт 5) пункта 35 Правил'));
const temporaryStay: readonly OrganisationType[] = ['temporary-stay'];

/**
 * The deadlines that order No 308 states: for temporary stay alone (paragraph 35). For the other organisation types its
 * text gives none, and none is made up: theirs are the facility's own settings. The dates that a worker enters herself
 * are reminders for every type.
 */
export const deadlines: readonly DeadlineRule[] = [
  {
    // «түскен күннен бастап күнтізбелік бес күн ішінде … әзірленеді»
    id: '308-2022/plan-after-admission',
    kind: 'plan-draw-up',
    what: dueNames['plan-draw-up'],
    ground: plan,
    organisationTypes: temporaryStay,
    trigger: 'admission',
    length: 5,
    unit: 'calendar-day',
    following: false,
    shift: true,
    noticeDays: 7,
    verified: true,
  },
  {
    // «алдыңғы жеке жоспардың қолданылу мерзімі аяқталған күннен бастап бір жұмыс күні ішінде әзірленеді»
    id: '308-2022/plan-after-plan',
    kind: 'plan-draw-up',
    what: dueNames['plan-draw-up'],
    ground: plan,
    organisationTypes: temporaryStay,
    trigger: 'previous-plan-end',
    length: 1,
    unit: 'working-day',
    following: false,
    shift: true,
    noticeDays: 7,
    verified: true,
  },
  {
    // «кейінгі екі жұмыс күні ішінде толтырылады және уақытша болу ұйымның басшысы бекітеді»
    id: '308-2022/plan-filled',
    kind: 'plan-fill',
    what: dueNames['plan-fill'],
    ground: plan,
    organisationTypes: temporaryStay,
    trigger: 'plan-drawn-up',
    length: 2,
    unit: 'working-day',
    following: true,
    shift: true,
    noticeDays: 7,
    verified: true,
  },
  {
    id: '308-2022/plan-approved',
    kind: 'plan-approve',
    what: dueNames['plan-approve'],
    ground: plan,
    organisationTypes: temporaryStay,
    trigger: 'plan-drawn-up',
    length: 2,
    unit: 'working-day',
    following: true,
    shift: true,
    noticeDays: 7,
    verified: true,
  },
  {
    // «тоқсанына бір реттен жиі емес» says "not more often"; «тоқсан сайын қарауға тиіс» makes it once a quarter at
    // least. Not verified: the first is taken for a mistranslation, and which quarter is meant is not said.
    id: '308-2022/monitoring',
    kind: 'monitoring-due',
    what: dueNames['monitoring-due'],
    ground: journal,
    organisationTypes: temporaryStay,
    trigger: 'plan-in-force',
    length: 1,
    unit: 'quarter',
    following: false,
    shift: true,
    noticeDays: 14,
    verified: false,
  },
  {
    // «жеке жоспарға жүргізілген мониторингтен кейін бір жұмыс күні ішінде енгізіледі»
    id: '308-2022/journal-entry',
    kind: 'monitoring-enter',
    what: dueNames['monitoring-enter'],
    ground: journal,
    organisationTypes: temporaryStay,
    trigger: 'monitoring',
    length: 1,
    unit: 'working-day',
    following: false,
    shift: true,
    noticeDays: 7,
    verified: true,
  },
  {
    // «Қызмет алушылардың жағдайында өзгерістер болған жағдайда, Мониторинг журналына белгілер ай сайын енгізіледі.»
    // Not verified: whether "every month" is a month from the last mark or a calendar month is not said.
    id: '308-2022/monthly-mark',
    kind: 'monthly-mark',
    what: dueNames['monthly-mark'],
    ground: journal,
    organisationTypes: temporaryStay,
    trigger: 'monitoring',
    length: 1,
    unit: 'month',
    following: false,
    shift: true,
    noticeDays: 7,
    verified: false,
  },
  {
    // «Жыл қорытындысы бойынша Мониторинг журналы мен жеке жоспар қызмет алушының әрқайсысына бөлек жеке папкада бірге
    // тігіледі.» Not verified: the order names no day. Strict: the last day of the year. Lenient: one working day more,
    // because what was monitored on that day may be entered until then, and before it the journal is not complete.
    id: '308-2022/year-binding',
    kind: 'year-binding',
    what: dueNames['year-binding'],
    ground: journal,
    organisationTypes: temporaryStay,
    trigger: 'year-end',
    length: 1,
    unit: 'working-day',
    following: false,
    shift: true,
    noticeDays: 14,
    verified: false,
  },
  reminder('plan-review', 14),
  reminder('plan-ends', 30),
  reminder('programme-ends', 30),
];

function ground(paragraph: Extract<DeadlineGround, {kind: 'order'}>['paragraph']): DeadlineGround {
  return {kind: 'order', paragraph};
}

/** A date that the worker entered in plan or journal: no term of the order, so nothing is counted or shifted. */
function reminder(kind: DeadlineRule['kind'], noticeDays: number): DeadlineRule {
  return {
    id: `reminder/${kind}`,
    kind,
    what: dueNames[kind],
    ground: {kind: 'entered'},
    organisationTypes,
    trigger: 'entered-date',
    length: 0,
    unit: 'calendar-day',
    following: false,
    shift: false,
    noticeDays,
    verified: true,
  };
}
