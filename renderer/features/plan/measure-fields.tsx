import {ActionIcon, Box, Group, Stack} from '@mantine/core';
import {IconCopy, IconUsersPlus, IconX} from '@tabler/icons-react';
import {useWatch} from 'react-hook-form';
import {isIsoDate} from '../../../domain/dates.ts';
import {measurePeriodNames, measurePeriods, type ServiceType} from '../../../domain/vocabulary.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {DateField, LineField, SelectField} from '../../form/fields.tsx';
import {PhraseField} from '../../form/phrase-field.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {useText} from '../../lib/language.tsx';
import {groupText} from '../../text/group-measure.ts';
import {planText} from '../../text/plan.ts';
import {Remark} from '../../ui/remark.tsx';

const fields = appendix4.fields.services.fields.measures.fields;
const periodChoices = measurePeriods.map(value => ({value, label: measurePeriodNames[value]}));

interface MeasureFieldsProps {
  readonly serviceType: ServiceType;
  /** Place in the list of all measures. */
  readonly index: number;
  /** Place within its service type, from 1. */
  readonly number: number;
  readonly onAdd: () => void;
  readonly onDuplicate: () => void;
  /** The same measure for other people. */
  readonly onShare: () => void;
  readonly onRemove: () => void;
}

/** One measure: what, how much, how often, from when to when, who assigned it. */
export function MeasureFields({serviceType, index, number, onAdd, onDuplicate, onShare, onRemove}: MeasureFieldsProps) {
  const {t} = useText();
  const name = (field: string) => `measures.${index}.${field}`;
  const staffId: unknown = useWatch({name: name('staffId')});
  return (
    <Group
      role="group"
      aria-label={t(planText.measureNumber(number))}
      align="flex-start"
      wrap="nowrap"
      gap="xs"
      className={number > 1 ? 'plan-measure plan-measure-next' : 'plan-measure'}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !event.altKey) return;
        event.preventDefault();
        onAdd();
      }}
    >
      <Stack gap={6} style={{flex: 1, minWidth: 0}}>
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <Box style={{flex: 3, minWidth: 0}}>
            <PhraseField name={name('text')} label={fields.text.label} serviceType={serviceType} place="measure" />
          </Box>
          <Box style={{flex: 1, minWidth: 0}}>
            <LineField name={name('volume')} label={fields.volume.label} />
          </Box>
        </Group>
        <Group gap="xs" className="plan-measure-fields">
          <Box w={136}>
            <SelectField name={name('period')} label={fields.period.label} choices={periodChoices} />
          </Box>
          <Box w={112}>
            <DateField name={name('dateFrom')} label={planText.dateFrom} />
          </Box>
          <Box w={112}>
            <DateField name={name('dateTo')} label={planText.dateTo} />
          </Box>
          <Box style={{flex: '1 1 190px', minWidth: 0}}>
            <StaffSelect
              name={name('staffId')}
              label={planText.specialistOnPlan}
              value={typeof staffId === 'string' ? staffId : ''}
            />
          </Box>
          <Box w={112}>
            <DateField name={name('assignedOn')} label={fields.assignedOn.label} />
          </Box>
        </Group>
        <MeasureWarning index={index} />
      </Stack>
      <Stack gap={4} className="plan-measure-buttons">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t(planText.duplicateMeasure)} ${number}`}
          title={t(planText.duplicateMeasure)}
          onClick={onDuplicate}
        >
          <IconCopy size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t(groupText.share)} ${number}`}
          title={t(groupText.share)}
          onClick={onShare}
        >
          <IconUsersPlus size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`${t(planText.removeMeasure)} ${number}`}
          title={t(planText.removeMeasure)}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </Stack>
    </Group>
  );
}

/** The dates of a measure against its own order and the plan's period. */
function MeasureWarning({index}: {index: number}) {
  const [from, to, planFrom, planTo] = useWatch({
    name: [`measures.${index}.dateFrom`, `measures.${index}.dateTo`, 'periodFrom', 'periodTo'],
  }) as string[];
  const days = {from: day(from), to: day(to), planFrom: day(planFrom), planTo: day(planTo)};
  if (days.from && days.to && days.to < days.from) return <Remark of={planText.periodReversed} />;
  const isOutside =
    (days.from && days.planFrom && days.from < days.planFrom) || (days.to && days.planTo && days.to > days.planTo);
  return isOutside ? <Remark of={planText.measureOutside} /> : null;
}

function day(value: string | undefined): string | null {
  return value !== undefined && isIsoDate(value) ? value : null;
}
