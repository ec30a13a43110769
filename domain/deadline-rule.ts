import type {IsoDate} from './dates.ts';
import {text, type Text} from './text.ts';
import type {OrganisationType, PlacementStatus, PlanStatus} from './vocabulary.ts';

/** What a deadline asks to be done. */
export const dueKinds = [
  'plan-draw-up',
  'plan-fill',
  'plan-approve',
  'monitoring-due',
  'monitoring-enter',
  'monthly-mark',
  'year-binding',
  'plan-review',
  'plan-ends',
  'programme-ends',
] as const;
export type DueKind = (typeof dueKinds)[number];

/** What is to be done, as the order calls it. */
export const dueNames: Record<DueKind, Text> = {
  'plan-draw-up': text('жеке жоспарды әзірлеу', 'разработать индивидуальный план'),
  'plan-fill': text('жеке жоспарды толтыру', 'заполнить индивидуальный план'),
  'plan-approve': text('жеке жоспарды бекіту', 'утвердить индивидуальный план'),
  'monitoring-due': text('жеке жоспарға мониторинг жүргізу', 'провести мониторинг индивидуального плана'),
  'monitoring-enter': text('Мониторинг журналына мәліметтерді енгізу', 'внести сведения в Журнал мониторинга'),
  'monthly-mark': text(
    'Мониторинг журналына ай сайынғы белгіні енгізу',
    'внести ежемесячную отметку в Журнал мониторинга',
  ),
  'year-binding': text(
    'Мониторинг журналы мен жеке жоспарды жеке папкада бірге тігу',
    'сшить Журнал мониторинга и индивидуальный план вместе в отдельной папке',
  ),
  'plan-review': text('жеке жоспарды қайта қарау', 'пересмотреть индивидуальный план'),
  'plan-ends': text('жеке жоспардың мерзімі аяқталады', 'заканчивается срок индивидуального плана'),
  'programme-ends': text(
    'мүгедектігі бар адамды абилитациялау мен оңалтудың жеке бағдарламасының мерзімі аяқталады',
    'заканчивается срок индивидуальной программы абилитации и реабилитации лица с инвалидностью',
  ),
};

/** The event from which a term runs; `entered-date` is no term: the worker wrote the day down herself. */
export type DeadlineTrigger =
  | 'admission'
  | 'previous-plan-end'
  | 'plan-drawn-up'
  | 'plan-in-force'
  | 'monitoring'
  | 'year-end'
  | 'entered-date';

export type TermUnit = 'calendar-day' | 'working-day' | 'month' | 'quarter' | 'year';

/**
 * What "once a quarter" means, by setting: the order does not say whether it is the calendar's quarter or three months
 * of the plan.
 */
export const quarterReadings = ['calendar', 'plan-start'] as const;
export type QuarterReading = (typeof quarterReadings)[number];

export const quarterReadingNames: Record<QuarterReading, Text> = {
  'calendar': text('күнтізбелік тоқсан', 'календарный квартал'),
  'plan-start': text('жоспар басталғаннан бастап әр үш ай', 'каждые три месяца от начала плана'),
};

/** Why it is a deadline: the order, the facility's own source for what the order does not state, or an entered date. */
export type DeadlineGround =
  | {readonly kind: 'order'; readonly paragraph: Text}
  | {readonly kind: 'local'; readonly source: string}
  | {readonly kind: 'entered'};

/** One deadline as plain data. */
export interface DeadlineRule {
  readonly id: string;
  readonly kind: DueKind;
  readonly what: Text;
  readonly ground: DeadlineGround;
  readonly organisationTypes: readonly OrganisationType[];
  readonly trigger: DeadlineTrigger;
  /** In `unit`; 0 for an entered date. */
  readonly length: number;
  readonly unit: TermUnit;
  /**
   * Whether the text itself says "following", «кейінгі»: then even the strict reading begins on the next day.
   * Otherwise the text leaves open whether the day of the event counts.
   */
  readonly following: boolean;
  /** Whether a last day that is not worked moves to the next working day, in the lenient reading. */
  readonly shift: boolean;
  /** Days before the strict day from which the screens call it soon: ours, no act's. */
  readonly noticeDays: number;
  /** Whether the rule was held against the text of the act, and the text has one meaning. */
  readonly verified: boolean;
}

/** A plan (Appendix 4) or a revision of one. */
export interface PlanFacts {
  readonly id: string;
  /** The plan that this one corrects; the order gives no term for a correction. */
  readonly revisesId: string | null;
  readonly status: PlanStatus;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly reviewOn: IsoDate | null;
  readonly drawnUpOn: IsoDate | null;
  readonly filledOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  /** Where it ended before its time. */
  readonly endedOn: IsoDate | null;
}

/** A round of monitoring (Appendix 5). */
export interface RoundFacts {
  readonly id: string;
  readonly planId: string;
  readonly monitoredOn: IsoDate | null;
  readonly enteredOn: IsoDate | null;
  /** Whether it found the state changed, for better or worse; absent while the round is being filled in. */
  readonly changed?: boolean;
}

/** Time away: the days from leaving to the day before the return are not counted. */
export interface Leave {
  readonly from: IsoDate;
  /** The day of the return; null while away. */
  readonly to: IsoDate | null;
}

/**
 * What the deadlines of one recipient follow from. All of it belongs to the present row of the journal: a re-admission
 * is a new row and starts anew.
 */
export interface DeadlineFacts {
  readonly organisationType: OrganisationType;
  readonly status: PlacementStatus;
  readonly admittedOn: IsoDate | null;
  readonly leaves: readonly Leave[];
  readonly plans: readonly PlanFacts[];
  readonly rounds: readonly RoundFacts[];
  /** End of the rehabilitation programme. */
  readonly programmeTo: IsoDate | null;
  /** The years whose plan and journal are bound; absent where the binding is not followed. */
  readonly boundYears?: readonly number[];
}

/** Where a deadline is met. */
export type DueSubject =
  | {readonly type: 'recipient'}
  | {readonly type: 'plan'; readonly planId: string}
  | {readonly type: 'round'; readonly planId: string; readonly roundId: string}
  | {readonly type: 'year'; readonly year: number};

/**
 * `overdue` after the lenient day; `due` from the strict to the lenient day; `soon` within the rule's notice before the
 * strict day; `later` before that. `archive`, no alarm: it ran out before the facility began to work with the program.
 */
export type DueState = 'overdue' | 'due' | 'soon' | 'later' | 'archive';

export interface Due {
  readonly ruleId: string;
  readonly kind: DueKind;
  readonly what: Text;
  /** The paragraph, or the facility's own source; null for a date that the worker entered. */
  readonly paragraph: Text | null;
  readonly verified: boolean;
  /** The day of the event counts as the first; no shift. For warnings. */
  readonly dueStrict: IsoDate;
  /** Counting begins on the next day; a last day off moves on. Only after it is the deadline broken. */
  readonly dueLenient: IsoDate;
  /** Whether a holiday that is only computed, or a year without a calendar, can still move one of the two days. */
  readonly dependsOnUndecided: boolean;
  readonly state: DueState;
  readonly subject: DueSubject;
}
