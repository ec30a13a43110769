import type {
  Condition,
  Count,
  Flag,
  NormCell,
  PostCondition,
  Rule,
  Unsure,
} from '../../../../domain/staff-norms/norm.ts';
import {text} from '../../../../domain/text.ts';
import {label, type Label} from '../../../core/label.ts';

/** Builders of the rows of the table, and the merged cells that more than one row has. */

const bandCount = 11;

/** The cells that stand alone at the head of a row; the rest of the row is one merged cell with a rule. */
export function merged(
  alone: readonly (number | null)[],
  rule: Rule<Label>,
): {readonly cells: readonly NormCell[]; readonly rule: Rule<Label>} {
  const rest = Array.from({length: bandCount - alone.length}, (): NormCell => 'rule');
  return {cells: [...alone, ...rest], rule};
}

export function has(flag: Flag): Condition {
  return {kind: 'flag', flag, is: true};
}

export function hasNot(flag: Flag): Condition {
  return {kind: 'flag', flag, is: false};
}

export function atLeast(of: Count | 'recipients', least: number): Condition {
  return {kind: 'at-least', of, least};
}

/** A condition that the order prints in brackets after the name of the post. */
export function bracket(words: Label, ...needs: readonly Condition[]): PostCondition<Label> {
  return {words, needs, from: 'bracket'};
}

/** A condition that the order does not print and the name of the post holds. */
export function fromName(words: Label, ...needs: readonly Condition[]): PostCondition<Label> {
  return {words, needs, from: 'name'};
}

export function per(of: Count | 'recipients', each: number, units: number, words: Label): Rule<Label> {
  return {kind: 'per', of, each, units, words, needs: []};
}

export const onePerOrganisation: Rule<Label> = {
  kind: 'organisation',
  units: 1,
  words: label('мекемеге 1 бірлік', '1 единица на учреждение'),
  needs: [],
};

/** The names of row 19, which later rows shorten to «үлгілік нормативтер». «Республикаы» stands so in the order. */
export const interSectorNormsInFull: Rule<Label> = {
  kind: 'inter-sector',
  words: label(
    'Қазақстан Республикаы Еңбек кодексінің 101-бабы 7-тармағына сәйкес бекітілген әкімшілік және қоғамдық ғимараттарда қызмет көрсетумен айналысатын жұмыскерлер саны бойынша салааралық үлгілік нормативтерге сәйкес (бұдан әрі – үлгілік нормативтер)',
    'согласно межотраслевым типовым нормативам численности работников, занятых обслуживанием административных и общественных зданий, утвержденным в соответствии с пунктом 7 статьи 101 Трудового кодекса Республики Казахстан (далее – типовые нормативы)',
  ),
  needs: [],
};

export const interSectorNorms: Rule<Label> = {
  kind: 'inter-sector',
  words: label('Үлгілік нормативтерге сәйкес', 'Согласно типовым нормативам'),
  needs: [],
};

/** «1» before «техникалық» may be a cell of its own; read here as part of the rule, see the remark of rows 21 and 22. */
export const serviceableVehicle = label(
  '1 техникалық жүріп тұрған көлік құралына 1 бірлік',
  '1 единица на 1 технически исправное (ходовое) транспортное средство',
);

export const oneForStudyGroup = per(
  'studyGroups',
  1,
  1,
  label('оқу тобына 1 бірлік *', '1 единица на учебную группу *'),
);

/** Rows 36, 37 and 63: a rate for each 24-hour post, and how many beds it takes to form one. */
export function roundTheClock(of: Count, beds: number, words: Label): Rule<Label> {
  return {kind: 'posts', of, units: 5.25, beds, words, needs: []};
}

/** What the text leaves open where an organisation is counted. */
export function unsureForOrganisation(kk: string, ru: string): Unsure {
  return {of: 'organisation', words: text(kk, ru)};
}

/** What the text leaves open in the column 6-30. */
export function unsureForUnit(kk: string, ru: string): Unsure {
  return {of: 'unit', words: text(kk, ru)};
}
