import {Box, Checkbox, Chip, Group, Paper, SimpleGrid, Stack, Text as Words, Title} from '@mantine/core';
import {useId} from 'react';
import {useController, useFormContext, useWatch} from 'react-hook-form';
import type {Language, Text} from '../../../domain/text.ts';
import {
  measurePeriodNames,
  positiveChangeGroupNames,
  positiveChangeGroups,
  serviceTypeNames,
  serviceTypes,
  type ServiceType,
} from '../../../domain/vocabulary.ts';
import type {MonitoringEntryValues} from '../../../electron/contract/monitoring.ts';
import type {MeasureValues} from '../../../electron/contract/plan.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix5} from '../../../templates/editions/308-2022/appendix-5.ts';
import {DateField, ProseField} from '../../form/fields.tsx';
import {PhraseField} from '../../form/phrase-field.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {monitoringText} from '../../text/monitoring.ts';
import {LastTime, onLastTimeKey, WithLastTime} from './last-time.tsx';
import {entryAsLastTime, withDayOf} from './round-filling.ts';
import {isMarked, isMarkedBefore, type RawEntry, type RawRound} from './round-values.ts';

const fields = appendix5.fields.rows.fields;

interface RoundRowProps {
  readonly index: number;
  readonly serviceType: ServiceType;
  readonly measures: readonly MeasureValues[];
  readonly last: MonitoringEntryValues | undefined;
  readonly specialistOf: (serviceType: ServiceType) => string;
}

/** One row of the journal: what changed, what was decided, when and by whom; the plan's measures stand beside it. */
export function RoundRow({index, serviceType, measures, last, specialistOf}: RoundRowProps) {
  const {t, language} = useText();
  const headingId = useId();
  const {setValue, getValues, setFocus} = useFormContext<RawRound>();
  const path = `entries.${index}` as const;
  const entry = useWatch<RawRound, typeof path>({name: path});

  /** Changes some answers of the row; a row that gets its mark gets its day and specialist too. */
  function change(some: Partial<RawEntry>): void {
    const now = getValues(path);
    const next = {...now, ...some};
    const isNew = isMarked(next) && !isMarked(now);
    const filled = isNew ? withDayOf(next, getValues(), {today: today(), specialistOf}) : next;
    setValue(path, filled, {shouldDirty: true, shouldTouch: true});
  }

  const lastWords = last !== undefined && isMarkedBefore(last) ? last : null;
  function takeLast(): void {
    if (lastWords !== null) change(entryAsLastTime(getValues(path), lastWords));
  }

  /** One key for a row where nothing has changed: its words are put as well, to be changed where they do not fit. */
  function markNoChange(): void {
    change({
      positiveMarked: false,
      noneOrWorse: 'none',
      reason: entry.reason || last?.reason || monitoringText.noChangeReason[language],
    });
  }

  function openCorrection(isOpen: boolean): void {
    const isFirst = isOpen && entry.decision === '' && entry.servicesToReview.length === 0;
    change({
      corrects: isOpen,
      ...(isFirst
        ? {
            servicesToReview: [serviceType],
            decision: monitoringText.reviewService(serviceTypeNames[serviceType])[language],
          }
        : {}),
    });
  }

  return (
    <Paper
      component="section"
      withBorder
      px="sm"
      py="xs"
      aria-labelledby={headingId}
      className="round-row"
      onKeyDown={isMarked(entry) ? undefined : onLastTimeKey(takeLast)}
    >
      <div className="round-row-head">
        <Title order={3} size="h6" id={headingId}>
          {index + 1}. {t(serviceTypeNames[serviceType])}
        </Title>
        <Group gap={6} role="group" aria-label={`${t(monitoringText.state)}: ${t(serviceTypeNames[serviceType])}`}>
          <Chip
            size="xs"
            checked={entry.positiveMarked}
            onChange={isOn => {
              change({positiveMarked: isOn, ...(isOn && entry.noneOrWorse === 'none' ? {noneOrWorse: ''} : {})});
              if (isOn) requestAnimationFrame(() => setFocus(`${path}.positive`));
            }}
          >
            {t(monitoringText.statePositive)}
          </Chip>
          <Chip
            size="xs"
            checked={entry.noneOrWorse === 'none'}
            onChange={isOn => (isOn ? markNoChange() : change({noneOrWorse: ''}))}
          >
            {t(fields.noneOrWorse.fields.kind.options.none)}
          </Chip>
          <Chip
            size="xs"
            checked={entry.noneOrWorse === 'worse'}
            onChange={isOn => {
              change({noneOrWorse: isOn ? 'worse' : ''});
              if (isOn) requestAnimationFrame(() => setFocus(`${path}.reason`));
            }}
          >
            {t(fields.noneOrWorse.fields.kind.options.worse)}
          </Chip>
          <Chip size="xs" checked={entry.corrects} onChange={openCorrection}>
            {t(monitoringText.correctsPlan)}
          </Chip>
        </Group>
      </div>
      <div className="round-row-body">
        <Stack gap="xs" style={{minWidth: 0}}>
          {lastWords !== null && !isMarked(entry) && <LastTime words={t(wordsOf(lastWords))} onTake={takeLast} />}
          {entry.positiveMarked && <PositiveFields path={path} serviceType={serviceType} last={last} />}
          {entry.noneOrWorse !== '' && (
            <WithLastTime name={`${path}.reason`} last={last?.reason ?? null}>
              <PhraseField
                name={`${path}.reason`}
                label={fields.noneOrWorse.fields.text.label}
                serviceType={serviceType}
                place="reason"
              />
            </WithLastTime>
          )}
          {entry.corrects && <CorrectionFields path={path} serviceType={serviceType} last={last} />}
          {(isMarked(entry) || entry.corrects || entry.monitoredOn !== '') && (
            <Group gap="xs" wrap="nowrap" align="flex-end">
              <Box w={212}>
                <DateField name={`${path}.monitoredOn`} label={fields.monitoredOn.label} />
              </Box>
              <Box style={{flex: 1, minWidth: 0}}>
                <StaffSelect name={`${path}.staffId`} label={fieldName(fields.specialist)} value={entry.staffId} />
              </Box>
            </Group>
          )}
        </Stack>
        <PlanMeasures measures={measures} />
      </div>
    </Paper>
  );
}

/** A row of the round before in one line. */
function wordsOf({positiveGroups, positive, noneOrWorse, reason}: MonitoringEntryValues): Text {
  const isPositive = positiveGroups.length > 0 || positive !== null;
  const marks = [
    ...(isPositive ? [monitoringText.statePositive] : []),
    ...(noneOrWorse === null ? [] : [fields.noneOrWorse.fields.kind.options[noneOrWorse]]),
  ];
  const said = [positive, reason].filter(words => words !== null);
  const inLanguage = (language: Language) => [marks.map(mark => mark[language]).join(', '), ...said].join(' · ');
  return {kk: inLanguage('kk'), ru: inLanguage('ru')};
}

interface RowPart {
  readonly path: `entries.${number}`;
  readonly serviceType: ServiceType;
  readonly last: MonitoringEntryValues | undefined;
}

function PositiveFields({path, serviceType, last}: RowPart) {
  return (
    <Stack gap={6}>
      <ChoiceGroup
        name={`${path}.positiveGroups`}
        label={fields.positive.fields.groups.label}
        choices={positiveChangeGroups.map(value => ({value, label: positiveChangeGroupNames[value]}))}
        columns={1}
      />
      <WithLastTime name={`${path}.positive`} last={last?.positive ?? null}>
        <PhraseField
          name={`${path}.positive`}
          label={fields.positive.fields.text.label}
          serviceType={serviceType}
          place="positive"
        />
      </WithLastTime>
    </Stack>
  );
}

function CorrectionFields({path, serviceType, last}: RowPart) {
  const {t} = useText();
  return (
    <Stack gap={6} className="round-correction" pl="sm">
      <ChoiceGroup
        name={`${path}.servicesToReview`}
        label={fields.correction.fields.services.label}
        choices={serviceTypes.map(value => ({value, label: serviceTypeNames[value]}))}
        columns={2}
      />
      <WithLastTime name={`${path}.decision`} last={last?.decision ?? null}>
        <ProseField name={`${path}.decision`} label={fields.correction.fields.text.label} minRows={1} />
      </WithLastTime>
      <WithLastTime name={`${path}.recommendation`} last={last?.recommendation ?? null}>
        <PhraseField
          name={`${path}.recommendation`}
          label={fields.correction.fields.recommendation.label}
          serviceType={serviceType}
          place="recommendation"
        />
      </WithLastTime>
      <Words size="xs" c="dimmed">
        {t(monitoringText.correctionNotice)}
      </Words>
    </Stack>
  );
}

function ChoiceGroup({
  name,
  label,
  choices,
  columns,
}: {
  name: string;
  label: Text;
  choices: readonly {readonly value: string; readonly label: Text}[];
  columns: number;
}) {
  const {t} = useText();
  const {field} = useController({name});
  return (
    <Checkbox.Group
      label={t(label)}
      value={Array.isArray(field.value) ? field.value : []}
      onChange={value => {
        field.onChange(value);
        field.onBlur();
      }}
    >
      <SimpleGrid cols={columns} spacing={6} verticalSpacing={6} mt={4}>
        {choices.map(choice => (
          <Checkbox key={choice.value} size="sm" value={choice.value} label={t(choice.label)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

function PlanMeasures({measures}: {measures: readonly MeasureValues[]}) {
  const {t} = useText();
  if (measures.length === 0) {
    return (
      <Words size="xs" c="dimmed">
        {t(monitoringText.noMeasures)}
      </Words>
    );
  }
  return (
    <div className="round-measures">
      <Words size="xs" c="dimmed">
        {t(monitoringText.measures)}
      </Words>
      <ul>
        {measures.map((measure, index) => (
          // The measures of an approved plan do not move.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            {[measure.text, measure.volume, measure.period === null ? null : t(measurePeriodNames[measure.period])]
              .filter(part => part !== null && part !== '')
              .join(', ')}
          </li>
        ))}
      </ul>
    </div>
  );
}
