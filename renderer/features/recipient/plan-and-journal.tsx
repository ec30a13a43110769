import {Anchor, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {measurePeriodNames, serviceTypeNames, serviceTypes} from '../../../domain/vocabulary.ts';
import type {MonitoringEntryValues} from '../../../electron/contract/monitoring.ts';
import type {MeasureValues} from '../../../electron/contract/plan.ts';
import type {RecipientView} from '../../../electron/contract/recipient.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {recipientText} from '../../text/recipient.ts';
import {PlanPhaseBadge} from '../../ui/plan-phase-badge.tsx';
import {Section} from '../../ui/section.tsx';

const states = appendix5.fields.rows.fields.noneOrWorse.fields.kind.options;

/** The plan in force, or the one that is being written, and what the last sheet of the journal says of it, service by service. */
export function PlanAndJournal({person}: {person: RecipientView}) {
  const sees = useRight('diagnosis');
  const plan = person.plans.find(({status}) => status === 'approved') ?? person.plans[0];
  return sees && plan !== undefined && <SideBySide recipientId={person.id} line={plan} />;
}

type PlanLine = RecipientView['plans'][number];

function SideBySide({recipientId, line}: {recipientId: string; line: PlanLine}) {
  const {t} = useText();
  const {data: plan} = useCall('plan', 'get', {id: line.id});
  const {data: rounds} = useCall('monitoring', 'rounds', {planId: line.id});
  const last = rounds?.toSorted((one, other) => other.number - one.number)[0];
  const {data: round} = useCall('monitoring', 'get', {id: last?.id ?? ''}, {enabled: last !== undefined});
  if (!plan || !rounds) return null;
  const rows = serviceTypes.flatMap(serviceType => {
    const measures = plan.measures.filter(measure => measure.serviceType === serviceType);
    const entry = round?.entries.find(each => each.serviceType === serviceType && isMarked(each));
    return measures.length > 0 || entry !== undefined ? [{serviceType, measures, entry}] : [];
  });
  const period = [plan.periodFrom, plan.periodTo].map(day => (day === null ? '—' : formatDate(day))).join(' – ');
  return (
    <Section title={t(recipientText.planAndJournal)}>
      <div className="plan-journal">
        <div className="plan-journal-head">
          <Anchor component={Link} href={paths.plan(recipientId, line.id)} size="sm" fw={600}>
            {t(recipientText.planOf(period))}
          </Anchor>
          <PlanPhaseBadge plan={line} />
        </div>
        <div className="plan-journal-head">
          {last === undefined ? (
            <Words size="sm" c="dimmed">
              {t(recipientText.noSheet)}
            </Words>
          ) : (
            <Anchor component={Link} href={paths.round(recipientId, line.id, last.id)} size="sm" fw={600}>
              {t(recipientText.sheet(last.number, last.monitoredOn === null ? null : formatDate(last.monitoredOn)))}
            </Anchor>
          )}
          {last?.status === 'open' && (
            <Words size="sm" c="dimmed">
              {t(recipientText.roundOpen)}
            </Words>
          )}
        </div>
        {rows.map(({serviceType, measures, entry}) => (
          <div key={serviceType} className="plan-journal-row">
            <h3>{t(serviceTypeNames[serviceType])}</h3>
            <ul>
              {measures.map((measure, index) => (
                // Two measures may say the same.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={index}>
                  <Measure measure={measure} />
                </li>
              ))}
            </ul>
            <div>{entry !== undefined && <Mark entry={entry} />}</div>
          </div>
        ))}
      </div>
      {rows.length === 0 && <Words size="sm">{t(recipientText.noMeasuresYet)}</Words>}
    </Section>
  );
}

function Measure({measure: {text, volume, period}}: {measure: MeasureValues}) {
  const {t} = useText();
  const much = [volume, period === null ? null : t(measurePeriodNames[period])].filter(part => part !== null);
  return (
    <>
      {text}
      {much.length > 0 && <span className="plan-journal-more"> {much.join(', ')}</span>}
    </>
  );
}

function Mark({entry}: {entry: MonitoringEntryValues}) {
  const {t} = useText();
  const {positive, noneOrWorse, reason, decision} = entry;
  const state = noneOrWorse === null ? null : t(states[noneOrWorse]);
  return (
    <>
      {positive !== null && <p>{positive}</p>}
      {state !== null && <p>{[state, reason].filter(part => part !== null).join('. ')}</p>}
      {decision !== null && <p className="plan-journal-more">{decision}</p>}
    </>
  );
}

function isMarked({positive, noneOrWorse}: MonitoringEntryValues): boolean {
  return positive !== null || noneOrWorse !== null;
}
