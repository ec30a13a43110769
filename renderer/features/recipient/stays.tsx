import {Button, Group, Stack, Text as Words} from '@mantine/core';
import {useState} from 'react';
import {staysOn} from '../../../domain/unit-stay.ts';
import type {StayView, UnitView} from '../../../electron/contract/unit.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {unitText} from '../../text/unit.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';
import {Section} from '../../ui/section.tsx';
import {CorrectStayDialog, LeaveDialog, MoveDialog} from './stay-dialogs.tsx';

type Asked = 'move' | 'leave' | StayView;

/** In which unit the person stays and stayed; nothing where the organisation has no units. */
export function Stays({placementId}: {placementId: string}) {
  const {t} = useText();
  const write = useRight('journal');
  const {data: list} = useCall('unit', 'list', {on: null});
  const {data: view} = useCall('unit', 'stays', {placementId});
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!list || !view || view.admittedOn === null || (list.units.length === 0 && view.stays.length === 0)) return null;
  const {stays, leftOn} = view;
  const day = today();
  const isIn = stays.some(stay => staysOn(stay, day));
  const close = () => setAsked(null);
  return (
    <Section title={t(unitText.stays)}>
      {stays.length === 0 ? (
        <Words size="sm">{t(unitText.noStays)}</Words>
      ) : (
        <Stack gap="xs" component="ul" m={0} p={0} style={{listStyle: 'none'}}>
          {stays.map(stay => (
            <Stay key={stay.id} stay={stay} mayWrite={write} onCorrect={() => setAsked(stay)} />
          ))}
        </Stack>
      )}
      {write && leftOn === null && (
        <Group gap="xs">
          <Button size="xs" variant="light" onClick={() => setAsked('move')}>
            {t(isIn ? unitText.move : unitText.enter)}
          </Button>
          {isIn && (
            <Button size="xs" variant="default" onClick={() => setAsked('leave')}>
              {t(unitText.leave)}
            </Button>
          )}
        </Group>
      )}
      {asked === 'move' && (
        <MoveDialog placementId={placementId} units={openOn(list.units, day)} isIn={isIn} onClose={close} />
      )}
      {asked === 'leave' && <LeaveDialog placementId={placementId} onClose={close} />}
      {asked !== null && typeof asked === 'object' && (
        <CorrectStayDialog stay={asked} units={list.units} onClose={close} />
      )}
    </Section>
  );
}

/** Also one that opens later: the day of the move is typed. */
function openOn(units: readonly UnitView[], day: string): UnitView[] {
  return units.filter(({closedOn}) => closedOn === null || day < closedOn);
}

function Stay({stay, mayWrite, onCorrect}: {stay: StayView; mayWrite: boolean; onCorrect: () => void}) {
  const {t} = useText();
  const {run: remove} = useCommand('unit', 'removeStay');
  return (
    <li>
      <Words size="sm" style={{overflowWrap: 'anywhere'}}>
        {t(stay.unitName)}
      </Words>
      <Group gap="xs">
        <Words size="sm" c="dimmed">
          {t(unitText.period(stay.from, stay.to))}
        </Words>
        {mayWrite && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${t(unitText.correct)}: ${t(stay.unitName)}`}
              onClick={onCorrect}
            >
              {t(unitText.correct)}
            </Button>
            <ConfirmButton
              size="compact-xs"
              label={t(unitText.remove)}
              question={t(unitText.removeQuestion(stay.unitName))}
              confirm={t(unitText.removeYes)}
              onConfirm={() => remove({stayId: stay.id, seen: stay.stamp})}
            />
          </>
        )}
      </Group>
    </li>
  );
}
