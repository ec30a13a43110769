import {Alert, Button, Group, Radio, Stack, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useState} from 'react';
import {Link, useLocation} from 'wouter';
import {likenessGradeNames, likenessGroundNames} from '../../../domain/duplicate-words.ts';
import {factDifference, mergeFactKeys, type MergeFact} from '../../../domain/merge.ts';
import {fullName} from '../../../domain/person.ts';
import type {ComparedEntry} from '../../../electron/contract/duplicates.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {duplicatesText} from '../../text/duplicates.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Page} from '../../ui/page.tsx';
import {ProblemNote} from '../../ui/problem-note.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import {CompareTable, type Side} from './compare-table.tsx';
import {gradeTones} from './duplicates-page.tsx';

type Compared = {
  readonly first: ComparedEntry;
  readonly second: ComparedEntry;
};

/** Two entries beside each other: which one stays, and of each fact that differs which value; then they are made one. */
export function ComparePage({firstId, secondId}: {firstId: string; secondId: string}) {
  const {t} = useText();
  const {data, error, refetch} = useCall('duplicates', 'compare', {firstId, secondId});
  return (
    <Page
      title={t(duplicatesText.compareTitle)}
      actions={
        <Button component={Link} href={paths.duplicates()} variant="default">
          {t(duplicatesText.toList)}
        </Button>
      }
    >
      {error && <ProblemNote error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.grade !== null && (
            <Group gap="xs">
              <StatusBadge tone={gradeTones[data.grade]}>{t(likenessGradeNames[data.grade])}</StatusBadge>
              <Words size="sm" c="dimmed">
                {data.grounds.map(ground => t(likenessGroundNames[ground])).join(', ')}
              </Words>
            </Group>
          )}
          {data.differentIins && <Alert color="orange">{t(duplicatesText.differentIins)}</Alert>}
          <Choice compared={data} />
        </>
      )}
    </Page>
  );
}

function Choice({compared}: {compared: Compared}) {
  const {t} = useText();
  const write = useRight('file');
  const [, navigate] = useLocation();
  const merge = useCommand('duplicates', 'merge');
  const dismiss = useCommand('duplicates', 'dismiss');
  const [keptSide, setKeptSide] = useState<Side>(() => sideToKeep(compared));
  const [chosen, setChosen] = useState<Partial<Record<MergeFact, Side>>>({});
  const [failure, setFailure] = useState<unknown>(null);
  const mergedSide: Side = keptSide === 'first' ? 'second' : 'first';
  const [kept, merged] = [compared[keptSide], compared[mergedSide]];
  const sideOf = (fact: MergeFact): Side => {
    const difference = factDifference(fact, kept, merged);
    if (difference === 'same') return keptSide;
    return difference === 'fill' ? mergedSide : (chosen[fact] ?? keptSide);
  };
  const save = async () => {
    await merge.run({
      keptId: kept.id,
      keptSeen: kept.stamp,
      mergedId: merged.id,
      mergedSeen: merged.stamp,
      take: mergeFactKeys.filter(fact => sideOf(fact) === mergedSide),
    });
    notifications.show({message: t(duplicatesText.merged)});
    navigate(paths.recipient(kept.id));
  };
  const apart = async () => {
    try {
      await dismiss.run({firstId: kept.id, secondId: merged.id});
      navigate(paths.duplicates());
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Stack gap="md">
      {write && (
        <Radio.Group
          label={t(duplicatesText.keep)}
          value={keptSide}
          onChange={value => setKeptSide(value === 'second' ? 'second' : 'first')}
        >
          <Group gap="lg" mt={4}>
            <Radio value="first" label={`${t(duplicatesText.keepFirst)}: ${fullName(compared.first)}`} />
            <Radio value="second" label={`${t(duplicatesText.keepSecond)}: ${fullName(compared.second)}`} />
          </Group>
        </Radio.Group>
      )}
      <CompareTable
        compared={compared}
        keptSide={keptSide}
        sideOf={sideOf}
        onChoose={write ? (fact, side) => setChosen(before => ({...before, [fact]: side})) : null}
      />
      {kept.fileNumber !== null && merged.fileNumber !== null && (
        <Alert color="orange">{t(duplicatesText.twoFiles)}</Alert>
      )}
      {[kept, merged].every(entry => entry.rows.some(row => row.open)) && (
        <Alert color="orange">{t(duplicatesText.twoRows)}</Alert>
      )}
      {write && (
        <>
          <Words size="sm">{t(duplicatesText.allGoesOver)}</Words>
          {failure !== null && <ProblemNote error={failure} />}
          <Group gap="xs">
            <ConfirmButton
              variant="filled"
              label={t(duplicatesText.merge)}
              question={t(duplicatesText.mergeQuestion(fullName(kept), fullName(merged)))}
              confirm={t(duplicatesText.mergeYes)}
              onConfirm={save}
            />
            <Button variant="default" loading={dismiss.running} onClick={() => void apart()}>
              {t(duplicatesText.twoPeople)}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** The one with the personal file, then the one that more belongs to, then the one that was entered first. */
function sideToKeep({first, second}: Compared): Side {
  const weight = (entry: ComparedEntry) =>
    (entry.fileNumber === null ? 0 : 1_000) + entry.papers + entry.plans + entry.rounds + entry.rows.length;
  const entered = (entry: ComparedEntry) => Math.min(...entry.rows.map(row => row.rowNumber));
  const more = weight(second) - weight(first);
  return more > 0 || (more === 0 && entered(second) < entered(first)) ? 'second' : 'first';
}
