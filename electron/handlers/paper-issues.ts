import {text, type Text} from '../../domain/text.ts';
import type {Edition} from '../../templates/core/edition.ts';
import {issues, type Issue} from '../../templates/core/issues.ts';
import {paperSchema} from '../../templates/core/schema.ts';
import type {DraftOf} from '../../templates/core/values.ts';
import type {PlanIssue} from '../contract/plan.ts';

const tooLong = text('Мәтін нысандағы орынға сыймайды. Қысқартыңыз.', 'Текст не помещается в форму. Сократите его.');
const unfit = text(
  'Бұл мәнді нысанға енгізуге болмайды. Тексеріңіз.',
  'Это значение нельзя внести в форму. Проверьте его.',
);

/**
 * What stands between these values and a frozen paper: what the edition asks for, and, as a net under it, what its
 * schema would refuse. So what has no `stop` here can be frozen.
 */
export function paperIssues<E extends Edition>(edition: E, values: DraftOf<E>, today: string): PlanIssue[] {
  const asked = issues(edition, values, {today});
  const stopped = asked.some(issue => issue.severity === 'stop');
  const refused = paperSchema(edition).safeParse(values).error?.issues ?? [];
  const others = refused
    .filter(({code}) => !stopped || code === 'too_big')
    .map(({code, path}) => issueAt(path.join('.'), code === 'too_big' ? tooLong : unfit));
  return [...asked, ...others].map(asPlanIssue);
}

export function stops(found: readonly Pick<PlanIssue, 'severity'>[]): boolean {
  return found.some(issue => issue.severity === 'stop');
}

export function warning(field: string, say: Text, paragraph: string | null): PlanIssue {
  return {field, severity: 'warn', say: {...say}, paragraph};
}

function issueAt(field: string, say: Text): Issue {
  return {field, say, severity: 'stop'};
}

function asPlanIssue({field, severity, say, paragraph}: Issue): PlanIssue {
  return {field, severity, say: {kk: say.kk, ru: say.ru}, paragraph: paragraph ?? null};
}
