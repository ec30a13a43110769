import {Anchor, Group, Paper, Stack, Text as Words} from '@mantine/core';
import {useId} from 'react';
import {FormProvider, useForm, useWatch} from 'react-hook-form';
import {Link} from 'wouter';
import {isIsoDate} from '../../../domain/dates.ts';
import {DateField} from '../../form/fields.tsx';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall} from '../../lib/use-call.ts';
import {unitText} from '../../text/unit.ts';
import {Occupancy} from '../../ui/occupancy.tsx';

/** The places of the organisation and of each of its units on a day: whether anybody can be called. */
export function FreePlaces() {
  const {t} = useText();
  const id = useId();
  const form = useForm({defaultValues: {on: today()}});
  const on = useWatch({control: form.control, name: 'on'});
  const {data} = useCall('unit', 'list', {on: isIsoDate(on) ? on : null}, {keepPrevious: true});
  if (!data) return null;
  const open = data.units.filter(
    ({openedOn, closedOn}) => (openedOn === null || openedOn <= data.on) && (closedOn === null || data.on < closedOn),
  );
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={id}>
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={2}>
          <Words fw={600} size="sm" id={id}>
            {t(unitText.freePlaces)}
          </Words>
          <Words size="sm" component="div">
            {t(unitText.whole)}: <Occupancy {...data.whole} />
            {data.whole.places === null && (
              <>
                {' · '}
                <Anchor component={Link} href={paths.settings('facility')} size="sm" underline="always">
                  {t(unitText.setPlaces)}
                </Anchor>
              </>
            )}
          </Words>
          {open.map(unit => (
            <Words key={unit.id} size="sm" component="div" style={{overflowWrap: 'anywhere'}}>
              {t(unit.name)}: <Occupancy places={unit.places} occupied={unit.occupied} away={unit.away} />
            </Words>
          ))}
        </Stack>
        <FormProvider {...form}>
          <DateField name="on" label={unitText.onDay} />
        </FormProvider>
      </Group>
    </Paper>
  );
}
