import {Box, Button, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {useMemo, useState} from 'react';
import {useWatch} from 'react-hook-form';
import {Link} from 'wouter';
import {
  measurePeriodNames,
  measurePeriods,
  serviceTypeNames,
  serviceTypes,
  type ServiceType,
} from '../../../domain/vocabulary.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {DraftForm} from '../../form/draft-form.tsx';
import {DateField, LineField, SelectField} from '../../form/fields.tsx';
import {PhraseField} from '../../form/phrase-field.tsx';
import {SaveBar} from '../../form/save-bar.tsx';
import {StaffSelect} from '../../form/staff-select.tsx';
import {useDraftForm} from '../../form/use-draft-form.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useOwnService} from '../../lib/session.ts';
import {groupText} from '../../text/group-measure.ts';
import {planText} from '../../text/plan.ts';
import {Page} from '../../ui/page.tsx';
import {GroupDialog} from './group-dialog.tsx';
import {measureSchema, type RawMeasure} from './plan-values.ts';

const fields = appendix4.fields.services.fields.measures.fields;
const periodChoices = measurePeriods.map(value => ({value, label: measurePeriodNames[value]}));

/** One measure that begins with no plan: what it is is typed here, and then whom it is for is chosen. */
export function GroupPage() {
  const {t} = useText();
  const isOwn = useOwnService();
  const own = serviceTypes.filter(isOwn);
  const first = own[0] ?? 'everyday';
  const empty = useMemo(() => emptyMeasure(first), [first]);
  const value = useDraftForm({key: 'group-measure', defaultValues: empty, base: null, schema: measureSchema});
  const [typed, setTyped] = useState<RawMeasure | null>(null);
  return (
    <Page
      title={t(groupText.title)}
      actions={
        <Button component={Link} href={paths.people()} variant="subtle" size="compact-md">
          {t(groupText.toPeople)}
        </Button>
      }
    >
      <Words size="sm" c="dimmed">
        {t(groupText.what)}
      </Words>
      <DraftForm
        value={value}
        label={t(groupText.title)}
        onSubmit={() => {
          setTyped(value.form.getValues());
          return Promise.resolve();
        }}
      >
        <Paper withBorder p="md">
          <Stack gap="sm">
            <Measure services={own} />
            <SaveBar draft={value.draft} saving={false} label={t(groupText.choosePeople)} allowed={own.length > 0} />
          </Stack>
        </Paper>
      </DraftForm>
      {typed !== null && <GroupDialog typed={typed} exceptId={null} onClose={() => setTyped(null)} />}
    </Page>
  );
}

function Measure({services}: {services: readonly ServiceType[]}) {
  const [serviceType, staffId] = useWatch<RawMeasure, ['serviceType', 'staffId']>({name: ['serviceType', 'staffId']});
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <Box w={260}>
          <SelectField
            name="serviceType"
            label={groupText.serviceType}
            choices={services.map(type => ({value: type, label: serviceTypeNames[type]}))}
            clearable={false}
          />
        </Box>
        <Box style={{flex: 1, minWidth: 0}}>
          <PhraseField name="text" label={fields.text.label} serviceType={serviceType} place="measure" />
        </Box>
      </Group>
      <Group gap="sm" align="flex-end">
        <Box w={190}>
          <LineField name="volume" label={fields.volume.label} />
        </Box>
        <Box w={136}>
          <SelectField name="period" label={fields.period.label} choices={periodChoices} />
        </Box>
        <Box w={112}>
          <DateField name="dateFrom" label={planText.dateFrom} />
        </Box>
        <Box w={112}>
          <DateField name="dateTo" label={planText.dateTo} />
        </Box>
        <Box style={{flex: '1 1 190px', minWidth: 0}}>
          <StaffSelect name="staffId" label={planText.specialistOnPlan} value={staffId} />
        </Box>
        <Box w={150}>
          <DateField name="assignedOn" label={fields.assignedOn.label} />
        </Box>
      </Group>
    </>
  );
}

function emptyMeasure(serviceType: ServiceType): RawMeasure {
  return {serviceType, text: '', volume: '', period: '', dateFrom: '', dateTo: '', staffId: '', assignedOn: ''};
}
