import {Anchor, SimpleGrid, Stack, Title} from '@mantine/core';
import {Link} from 'wouter';
import {formatDate} from '../../../domain/dates.ts';
import {fullName} from '../../../domain/person.ts';
import type {contract} from '../../../electron/contract/contract.ts';
import type {OutputOf} from '../../../electron/contract/kernel.ts';
import type {TodayChoice} from '../../../electron/contract/today.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {todayText} from '../../text/today.ts';
import {Fold} from '../../ui/fold.tsx';
import './month.css';

type OfMonth = OutputOf<(typeof contract)['today']['month']>['birthdays'][number];

/** Birthdays and what ends in this month: one line, until somebody wants to know whose. */
export function Month({today, choice}: {today: string; choice: TodayChoice}) {
  const {t} = useText();
  const {staffId, unitId} = choice;
  const {data} = useCall('today', 'month', {of: {staffId, unitId}}, {keepPrevious: true});
  if (!data) return null;
  const {birthdays, programmes, plans} = data;
  const ends = programmes.length + plans.length;
  if (birthdays.length + ends === 0) return null;
  const year = Number(today.slice(0, 4));
  const turns = (bornOn: string) => t(todayText.turns(year - Number(bornOn.slice(0, 4))));
  return (
    <Fold title={t(todayText.month)} summary={t(todayText.monthCounts(birthdays.length, ends))}>
      <SimpleGrid cols={{base: 1, sm: 3}} spacing="md">
        <People
          title={t(todayText.birthdays)}
          people={birthdays}
          when={({on}) => `${formatDate(on).slice(0, 5)}, ${turns(on)}`}
        />
        <People title={t(todayText.programmes)} people={programmes} when={({on}) => formatDate(on)} />
        <People title={t(todayText.plansEnd)} people={plans} when={({on}) => formatDate(on)} />
      </SimpleGrid>
    </Fold>
  );
}

function People({title, people, when}: {title: string; people: readonly OfMonth[]; when: (one: OfMonth) => string}) {
  if (people.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className="month-people">
        {people.map(one => (
          <li key={`${one.recipientId} ${one.planId ?? ''}`}>
            <Anchor
              component={Link}
              size="sm"
              href={one.planId === null ? paths.recipient(one.recipientId) : paths.plan(one.recipientId, one.planId)}
            >
              {fullName(one.name)}
            </Anchor>
            <span>{when(one)}</span>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
