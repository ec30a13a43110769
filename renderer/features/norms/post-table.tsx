import {Text as Words} from '@mantine/core';
import {isLeftOut} from '../../../domain/staff-norms/calculate.ts';
import {standingNames} from '../../../domain/staff-norms/words.ts';
import type {NormCalculation, NormPost, NormSum} from '../../../electron/contract/norms.ts';
import type {StaffNormEdition} from '../../../templates/core/staff-norm-edition.ts';
import {staffNormHeads} from '../../../templates/print/staff-norm-tables.ts';
import {useText} from '../../lib/language.tsx';
import {normsText} from '../../text/norms.ts';
import {StatusBadge, type Tone} from '../../ui/status-badge.tsx';

export const standingTones: Readonly<Record<NormPost['standing'], Tone>> = {
  short: 'late',
  enough: 'good',
  over: 'calm',
  unknown: 'off',
};

const columns = 7;

/** Post by post, group by group: the figures of the appendix beside those of the staff. */
export function PostTable({edition, calculation}: {edition: StaffNormEdition; calculation: NormCalculation}) {
  const {t} = useText();
  const {number, post} = edition.heads;
  const {cell, raw, units, actual} = staffNormHeads;
  const heads = [number, post, cell, raw, units, actual, normsText.standing];
  return (
    <table className="norms-table" aria-label={t(normsText.result)}>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head.ru} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      {calculation.groups.map(group => {
        const shown = group.posts.filter(({state, actual: own}) => !isLeftOut(state, own !== null));
        if (shown.length === 0) return null;
        return (
          <tbody key={group.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns} className="norms-group">
                {t(group.name)}
              </th>
            </tr>
            {shown.map(one => (
              <PostRow key={one.no} post={one} />
            ))}
            <SumRow label={t(normsText.groupTotal)} sum={group.sum} />
          </tbody>
        );
      })}
      <tbody>
        <SumRow label={t(normsText.total)} sum={calculation.sum} />
      </tbody>
    </table>
  );
}

function PostRow({post}: {post: NormPost}) {
  const {t} = useText();
  const {no, name, rule, state, raw, units, actual, difference, standing, remarks, unsure} = post;
  const isOpen = state === 'unanswered' || state === 'to-enter';
  const unknown = isOpen ? '?' : '–';
  return (
    <tr data-standing={standing} data-state={state}>
      <td className="norms-figure">{no}</td>
      <th scope="row">{t(name)}</th>
      <td>
        {t(rule)}
        {remarks.map(remark => {
          const isUnsure = unsure !== null && remark.ru === unsure.ru;
          return (
            <Words key={remark.ru} size="xs" className="norms-remark" c={isUnsure ? 'var(--tone-wait)' : 'dimmed'}>
              {isUnsure ? `${t(normsText.unsure)}: ${t(remark)}` : t(remark)}
            </Words>
          );
        })}
      </td>
      <td className="norms-figure">{raw ?? unknown}</td>
      <td className="norms-figure norms-units">{units ?? unknown}</td>
      <td className="norms-figure">{actual}</td>
      <td>
        {state === 'not-needed' && actual === null ? (
          <StatusBadge tone="off">{t(normsText.notNeeded)}</StatusBadge>
        ) : (
          <StatusBadge tone={standingTones[standing]}>{t(standingNames[standing])}</StatusBadge>
        )}
        {difference !== null && difference !== '0' && <span className="norms-difference">{difference}</span>}
      </td>
    </tr>
  );
}

function SumRow({label, sum}: {label: string; sum: NormSum}) {
  const {t} = useText();
  return (
    <tr className="norms-sum">
      <th scope="row" colSpan={3}>
        {label}
        {sum.remark && (
          <Words size="xs" c="dimmed">
            {t(sum.remark)}
          </Words>
        )}
      </th>
      <td className="norms-figure">{sum.raw}</td>
      <td className="norms-figure">{sum.units}</td>
      <td className="norms-figure">{sum.actual}</td>
      <td>{sum.difference}</td>
    </tr>
  );
}
