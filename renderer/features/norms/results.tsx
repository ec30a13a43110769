import {Alert, Stack, Text as Words} from '@mantine/core';
import {standingNames, vehicleStateNames} from '../../../domain/staff-norms/words.ts';
import type {NormCalculation, NormPost} from '../../../electron/contract/norms.ts';
import {hasLostForce} from '../../../templates/core/edition.ts';
import type {StaffNormEdition} from '../../../templates/core/staff-norm-edition.ts';
import {isLeftOut} from '../../../domain/staff-norms/calculate.ts';
import {staffNormHeads} from '../../../templates/print/staff-norm-tables.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {normsText} from '../../text/norms.ts';
import {DataTable} from '../../ui/data-table.tsx';
import {Section} from '../../ui/section.tsx';
import {StatusBadge, type Tone} from '../../ui/status-badge.tsx';
import {PostTable, standingTones} from './post-table.tsx';

const vehicleTones: Readonly<Record<NormCalculation['vehicles']['limits'][number]['state'], Tone>> = {
  'allowed': 'good',
  'not-allowed': 'off',
  'unanswered': 'wait',
};

/** The calculation, or why there is none yet. */
export function Results({
  edition,
  outcome,
}: {
  edition: StaffNormEdition;
  outcome: NormCalculation | {readonly state: 'not-yet'; readonly why: {kk: string; ru: string}};
}) {
  const {t} = useText();
  if (outcome.state === 'not-yet') {
    return (
      <Alert color="blue" role="status">
        <Words size="sm">{t(outcome.why)}</Words>
      </Alert>
    );
  }
  const leftOut = outcome.groups
    .flatMap(({posts}) => posts)
    .filter(({state, actual}) => isLeftOut(state, actual !== null));
  return (
    <Stack gap="md">
      <Summary calculation={outcome} />
      {hasLostForce(edition, today()) && (
        <Words size="xs" c="dimmed">
          {t(normsText.lostForce)}
        </Words>
      )}
      <PostTable edition={edition} calculation={outcome} />
      {leftOut.length > 0 && (
        <Section title={`${t(normsText.notProvided)}: ${leftOut.length}`}>
          <ul className="norms-list">
            {leftOut.map(({no, name, remarks}) => (
              <li key={no}>
                {t(normsText.numbered(no, name))}
                <Words span size="xs" c="dimmed">
                  {' — '}
                  {remarks.map(t).join('; ')}
                </Words>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {outcome.vehicles.limits.length > 0 && <Vehicles {...outcome.vehicles} />}
      <Section title={t(normsText.notes)}>
        <ul className="norms-list">
          {outcome.notes.map(({mark, words}) => (
            <li key={words.ru}>
              {mark !== '' && `${mark} — `}
              {t(words)}
            </li>
          ))}
        </ul>
      </Section>
    </Stack>
  );
}

/** How many posts stand how, before the long table. */
function Summary({calculation}: {calculation: NormCalculation}) {
  const {t} = useText();
  const provided = calculation.groups.flatMap(({posts}) => posts).filter(isProvided);
  return (
    <div className="norms-summary" role="status">
      <Words size="sm" fw={500}>
        {t(normsText.forPeople(calculation.people, calculation.column))}
      </Words>
      {standings.map(standing => (
        <StatusBadge key={standing} tone={standingTones[standing]}>
          {t(
            normsText.standingCount(
              standingNames[standing],
              provided.filter(post => post.standing === standing).length,
            ),
          )}
        </StatusBadge>
      ))}
    </div>
  );
}

const standings = ['short', 'enough', 'over', 'unknown'] as const;

/** The appendix gives units for it, or may, or somebody holds it without. */
function isProvided({state, actual}: NormPost): boolean {
  return state === 'units' || state === 'unanswered' || state === 'to-enter' || actual !== null;
}

function Vehicles({lead, limits}: NormCalculation['vehicles']) {
  const {t} = useText();
  const badge = (state: keyof typeof vehicleTones) => (
    <StatusBadge tone={vehicleTones[state]}>{t(vehicleStateNames[state])}</StatusBadge>
  );
  return (
    <Section title={t(lead)}>
      <DataTable
        caption={t(lead)}
        rows={limits}
        rowKey={({id}) => id}
        columns={[
          {key: 'name', head: t(normsText.vehicle), namesRow: true, cell: ({name}) => t(name)},
          {key: 'count', head: t(normsText.count), width: 90, cell: ({count}) => count},
          {
            key: 'state',
            head: t(normsText.vehicleState),
            width: 130,
            cell: ({state}) => badge(state),
          },
          {
            key: 'remarks',
            head: t(staffNormHeads.remark),
            width: '32%',
            cell: ({remarks}) => remarks.map(t).join('; '),
          },
        ]}
      />
    </Section>
  );
}
