import {unreachable} from '../../domain/assert.ts';
import {text, type Text} from '../../domain/text.ts';
import {unprintable} from '../../domain/person.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';
import {evaluate, isKnown, type Answers, type Scope} from './condition.ts';
import {fieldName, type Check, type Edition, type Field, type Fields} from './edition.ts';
import type {DraftOf} from './values.ts';

export interface Issue {
  /** The path of the answer: `services.medical.measures.0.volume`. */
  readonly field: string;
  readonly say: Text;
  /** `stop` keeps a paper from approval; `warn` is said and passed. */
  readonly severity: 'stop' | 'warn';
  /** The paragraph of the Rules that asks for it, where one does. */
  readonly paragraph?: string;
}

export interface IssueContext {
  /** ISO date. */
  readonly today: string;
}

/** What stands between these answers and an approval, in the order of the form. */
export function issues<E extends Edition>(of: E, values: DraftOf<E>, context: IssueContext): Issue[] {
  const root = values as Answers;
  const scope: Scope = {root, here: root, today: context.today};
  return [...fieldsIssues(of.fields, '', scope), ...checkIssues(of.checks, '', scope), ...signatoryIssues(of, root)];
}

function fieldsIssues(fields: Fields, prefix: string, scope: Scope): Issue[] {
  return Object.entries(fields).flatMap(([name, field]) => fieldIssues(field, prefix + name, scope.here[name], scope));
}

function fieldIssues(field: Field, path: string, answer: unknown, scope: Scope): Issue[] {
  if (!isKnown(answer)) {
    const severity = severityWhenMissing(field, scope);
    return severity === undefined ? [] : [issue(path, pleaseFill(field), severity, field.paragraph)];
  }
  return partIssues(field, path, answer, scope);
}

function severityWhenMissing(field: Field, scope: Scope): Issue['severity'] | undefined {
  if (field.need === 'always') return 'stop';
  if (field.need === 'advised') return 'warn';
  if (field.need === 'never') return undefined;
  return evaluate(field.need, scope) === true ? 'stop' : undefined;
}

/** What is wrong inside an answer that is there. */
function partIssues(field: Field, path: string, answer: unknown, scope: Scope): Issue[] {
  switch (field.type) {
    case 'text':
      return printIssues([answer], field, path);
    case 'bilingual':
      return [...missingParts(field, path, answer, ['kk', 'ru']), ...printIssues(parts(answer), field, path)];
    case 'person':
      return [
        ...missingParts(field, path, answer, ['surname', 'firstName']),
        ...printIssues(parts(answer), field, path),
      ];
    case 'period':
      return [
        // What nobody needs may be half known: a programme with no end yet.
        ...(field.need === 'never' ? [] : missingParts(field, path, answer, ['from', 'to'])),
        ...periodIssues(field, path, answer as Answers),
      ];
    case 'group':
      return inside(field.fields, field.checks ?? [], path, answer as Answers, scope);
    case 'list':
      return (answer as readonly Answers[]).flatMap((item, index) =>
        inside(field.fields, field.checks ?? [], `${path}.${index}`, item, scope),
      );
    case 'table':
      return Object.entries(answer as Readonly<Record<string, Answers | undefined>>).flatMap(([row, answers]) =>
        answers === undefined ? [] : inside(field.fields, field.checks ?? [], `${path}.${row}`, answers, scope),
      );
    case 'date':
    case 'integer':
    case 'flag':
    case 'choice':
    case 'choices':
      return [];
    default:
      return unreachable(field);
  }
}

function inside(fields: Fields, checks: readonly Check[], path: string, here: Answers, outer: Scope): Issue[] {
  const scope: Scope = {...outer, here};
  return [...fieldsIssues(fields, `${path}.`, scope), ...checkIssues(checks, `${path}.`, scope)];
}

function checkIssues(checks: readonly Check[], prefix: string, scope: Scope): Issue[] {
  return checks
    .filter(check => check.when === undefined || evaluate(check.when, scope) === true)
    .filter(check => evaluate(check.must, scope) === false)
    .map(check => issue(prefix + check.at, check.say, check.severity, check.paragraph));
}

/** Those whom the form names for this type of organisation (footnotes * and **). */
function signatoryIssues(of: Edition, root: Answers): Issue[] {
  const type = organisationType(root);
  const signed = signedRoles(root);
  return of.signatories
    .filter(signatory => type !== undefined && signatory.filledBy.includes(type) && !signed.includes(signatory.role))
    .map(signatory =>
      issue(
        'signatures',
        text(
          `Қол қоятын адамды көрсетіңіз: ${withoutMark(signatory.label.kk)}.`,
          `Укажите, кто подписывает: ${withoutMark(signatory.label.ru)}.`,
        ),
        signatory.missing,
      ),
    );
}

function organisationType(root: Answers): OrganisationType | undefined {
  return organisationTypes.find(type => type === root['organisationType']);
}

function signedRoles(root: Answers): unknown[] {
  const signatures = root['signatures'];
  return Array.isArray(signatures) ? signatures.filter(isKnown).map((signature: Answers) => signature['role']) : [];
}

function withoutMark(label: string): string {
  return label.replace(/\s*\*+$/u, '');
}

function periodIssues(field: Field, path: string, period: Answers): Issue[] {
  const {from, to} = period;
  if (typeof from !== 'string' || typeof to !== 'string' || from === '' || to === '' || from <= to) return [];
  const name = fieldName(field);
  return [
    issue(
      `${path}.to`,
      text(`«${name.kk}»: соңғы күні алғашқы күнінен бұрын тұр.`, `«${name.ru}»: последний день раньше первого.`),
      'stop',
      field.paragraph,
    ),
  ];
}

function missingParts(field: Field, path: string, answer: unknown, names: readonly string[]): Issue[] {
  return names
    .filter(name => !isKnown((answer as Answers)[name]))
    .map(name => issue(`${path}.${name}`, pleaseFill(field), 'stop', field.paragraph));
}

function printIssues(texts: readonly unknown[], field: Field, path: string): Issue[] {
  const characters = texts.flatMap(part => (typeof part === 'string' ? unprintable(part) : []));
  if (characters.length === 0) return [];
  const name = fieldName(field);
  const shown = [...new Set(characters)].slice(0, 5).join(' ');
  return [
    issue(
      path,
      text(
        `«${name.kk}»: қағазға басылмайтын таңба бар: ${shown}`,
        `«${name.ru}»: есть знак, который нельзя напечатать: ${shown}`,
      ),
      'warn',
    ),
  ];
}

function parts(answer: unknown): unknown[] {
  return Object.values(answer as Answers);
}

function pleaseFill(field: Field): Text {
  const name = fieldName(field);
  return text(`Толтырыңыз: «${name.kk}».`, `Заполните: «${name.ru}».`);
}

function issue(field: string, say: Text, severity: Issue['severity'], paragraph?: string): Issue {
  return paragraph === undefined ? {field, say, severity} : {field, say, severity, paragraph};
}
