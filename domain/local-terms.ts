import {z} from 'zod';
import {dueNames, type DeadlineRule, type DeadlineTrigger, type DueKind, type TermUnit} from './deadline-rule.ts';
import {cleanText} from './person.ts';
import {text, type Text} from './text.ts';
import {organisationTypes, type OrganisationType} from './vocabulary.ts';

/**
 * The terms that a facility may set for itself where the order states none for its type of organisation: each with its
 * own source, all of them empty at first. Nothing is made up, and no own term stands beside one of the order.
 */
export const localTermKinds = [
  'plan-after-admission',
  'plan-after-plan',
  'plan-filled',
  'plan-approved',
  'monitoring',
  'journal-entry',
  'monthly-mark',
  'year-binding',
] as const;
export type LocalTermKind = (typeof localTermKinds)[number];

interface Matter {
  readonly kind: DueKind;
  readonly trigger: DeadlineTrigger;
  /** What the length runs from, as the setting calls it. */
  readonly name: Text;
}

const matters: Record<LocalTermKind, Matter> = {
  'plan-after-admission': {
    kind: 'plan-draw-up',
    trigger: 'admission',
    name: text('түскен күннен бастап жеке жоспарды әзірлеу', 'разработка индивидуального плана со дня поступления'),
  },
  'plan-after-plan': {
    kind: 'plan-draw-up',
    trigger: 'previous-plan-end',
    name: text(
      'алдыңғы жеке жоспар аяқталған күннен бастап жаңасын әзірлеу',
      'разработка нового индивидуального плана со дня окончания предыдущего',
    ),
  },
  'plan-filled': {
    kind: 'plan-fill',
    trigger: 'plan-drawn-up',
    name: text('әзірленген жеке жоспарды толтыру', 'заполнение разработанного индивидуального плана'),
  },
  'plan-approved': {
    kind: 'plan-approve',
    trigger: 'plan-drawn-up',
    name: text('әзірленген жеке жоспарды бекіту', 'утверждение разработанного индивидуального плана'),
  },
  'monitoring': {
    kind: 'monitoring-due',
    trigger: 'plan-in-force',
    name: text('жеке жоспарға мониторинг жүргізу жиілігі', 'частота мониторинга индивидуального плана'),
  },
  'journal-entry': {
    kind: 'monitoring-enter',
    trigger: 'monitoring',
    name: text('мониторингтен кейін журналға мәліметтерді енгізу', 'внесение сведений в журнал после мониторинга'),
  },
  'monthly-mark': {
    kind: 'monthly-mark',
    trigger: 'monitoring',
    name: text(
      'жай-күйі өзгерген кезде журналдағы белгілердің жиілігі',
      'частота отметок в журнале при изменении состояния',
    ),
  },
  'year-binding': {
    kind: 'year-binding',
    trigger: 'year-end',
    name: text(
      'жыл қорытындысы бойынша Мониторинг журналы мен жеке жоспарды бірге тігу',
      'сшив Журнала мониторинга и индивидуального плана по итогам года',
    ),
  },
};

const termUnits = ['calendar-day', 'working-day', 'month', 'quarter', 'year'] as const satisfies readonly TermUnit[];

/** Longer than this is no term but a slip of the finger: two years of days. */
const longest = 730;

/** One own term as it is stored; without a length it is not set, and nothing is counted by it. */
export const localTermSchema = z
  .strictObject({
    organisationType: z.enum(organisationTypes),
    kind: z.enum(localTermKinds),
    length: z.int().min(1).max(longest).nullable(),
    unit: z.enum(termUnits),
    /** Whether the source says "following": the day of the event itself does not count. */
    following: z.boolean(),
    /** Whether a last day that is not worked moves to the next working day. */
    shift: z.boolean(),
    /** The act or the facility's own paper that sets it, as it is to be shown beside the deadline. */
    source: z.string().transform(cleanText).pipe(z.string().max(500, 'too-long')),
  })
  .refine(({length, source}) => length === null || source !== '', {message: 'source-required', path: ['source']});
export type LocalTerm = Readonly<z.output<typeof localTermSchema>>;

export function localTermName(kind: LocalTermKind): Text {
  return matters[kind].name;
}

/** What a facility of a type may set: every matter of which the rules of the order say nothing. All empty. */
export function unsetTerms(organisationType: OrganisationType, rules: readonly DeadlineRule[]): LocalTerm[] {
  return localTermKinds
    .filter(kind => !isStated(kind, organisationType, rules))
    .map(kind => ({
      organisationType,
      kind,
      length: null,
      unit: 'calendar-day',
      following: false,
      shift: false,
      source: '',
    }));
}

/** The own terms that are set, as rules; what the order itself states is left to the order. */
export function localTermRules(terms: readonly LocalTerm[], rules: readonly DeadlineRule[]): DeadlineRule[] {
  return terms.flatMap(({organisationType, kind, length, unit, following, shift, source}) => {
    if (length === null || isStated(kind, organisationType, rules)) return [];
    const {kind: dueKind, trigger} = matters[kind];
    const rule: DeadlineRule = {
      id: `local/${organisationType}/${kind}`,
      kind: dueKind,
      what: dueNames[dueKind],
      ground: {kind: 'local', source},
      organisationTypes: [organisationType],
      trigger,
      length,
      unit,
      following,
      shift,
      noticeDays: 7,
      verified: false,
    };
    return [rule];
  });
}

function isStated(kind: LocalTermKind, organisationType: OrganisationType, rules: readonly DeadlineRule[]): boolean {
  const {kind: dueKind, trigger} = matters[kind];
  return rules.some(
    rule =>
      rule.ground.kind === 'order' &&
      rule.kind === dueKind &&
      rule.trigger === trigger &&
      rule.organisationTypes.includes(organisationType),
  );
}
