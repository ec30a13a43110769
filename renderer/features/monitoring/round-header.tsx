import {Box, Button, Group, Stack} from '@mantine/core';
import {useFormContext, useWatch} from 'react-hook-form';
import {isIsoDate} from '../../../domain/dates.ts';
import type {OrganisationType} from '../../../domain/vocabulary.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {DateField} from '../../form/fields.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {useText} from '../../lib/language.tsx';
import {monitoringText} from '../../text/monitoring.ts';
import {Remark} from '../../ui/remark.tsx';
import {Section} from '../../ui/section.tsx';
import type {RawRound} from './round-values.ts';

const [specialist, consultant] = appendix5.signatories;

/** The head of the sheet: the period, the day of the monitoring, who signs. */
export function RoundHeader({
  type,
  onRestUnchanged,
  onLastTime,
}: {
  type: OrganisationType;
  onRestUnchanged: () => void;
  /** Null: there is no round before this one. */
  onLastTime: (() => void) | null;
}) {
  const {t} = useText();
  const {getValues, setValue} = useFormContext<RawRound>();
  const [from, to, monitoredOn, specialistId, consultantId] = useWatch<
    RawRound,
    ['observedFrom', 'observedTo', 'monitoredOn', 'specialistId', 'consultantId']
  >({name: ['observedFrom', 'observedTo', 'monitoredOn', 'specialistId', 'consultantId']});
  const isHomeCare = (consultant.filledBy as readonly OrganisationType[]).includes(type);

  function fillRows(): void {
    getValues('entries').forEach((entry, index) => {
      if (entry.monitoredOn === '') setValue(`entries.${index}.monitoredOn`, monitoredOn, {shouldDirty: true});
      if (entry.staffId === '') setValue(`entries.${index}.staffId`, specialistId, {shouldDirty: true});
    });
  }

  return (
    <Section
      title={t(appendix5.fields.observed.label)}
      actions={
        <Group gap="xs">
          {onLastTime && (
            <Button size="compact-sm" title={t(monitoringText.allAsLastKey)} onClick={onLastTime}>
              {t(monitoringText.allAsLast)}
            </Button>
          )}
          <Button size="compact-sm" variant="light" onClick={onRestUnchanged}>
            {t(monitoringText.noChangeRest)}
          </Button>
        </Group>
      }
    >
      <Stack gap="xs">
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <Box w={160}>
            <DateField name="observedFrom" label={monitoringText.from} />
          </Box>
          <Box w={160}>
            <DateField name="observedTo" label={monitoringText.to} />
          </Box>
          <Box w={160}>
            <DateField name="monitoredOn" label={monitoringText.monitoredOn} />
          </Box>
          <Button
            variant="default"
            style={{flexShrink: 0}}
            title={t(monitoringText.toAllRowsHint)}
            disabled={!isIsoDate(monitoredOn) && specialistId === ''}
            onClick={fillRows}
          >
            {t(monitoringText.toAllRows)}
          </Button>
        </Group>
        {isIsoDate(from) && isIsoDate(to) && to < from && <Remark of={monitoringText.reversed} />}
        <SignedBy label={specialist.label} staff="specialistId" signed="specialistSignedOn" value={specialistId} />
        {isHomeCare && (
          <SignedBy label={consultant.label} staff="consultantId" signed="consultantSignedOn" value={consultantId} />
        )}
      </Stack>
    </Section>
  );
}

function SignedBy({
  label,
  staff,
  signed,
  value,
}: {
  label: {readonly kk: string; readonly ru: string};
  staff: string;
  signed: string;
  value: string;
}) {
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Box style={{flex: 1, minWidth: 0}}>
        <StaffSelect name={staff} label={label} value={value} />
      </Box>
      <Box w={160}>
        <DateField name={signed} label={monitoringText.signedOn} />
      </Box>
    </Group>
  );
}
