import {Button, Group, Paper, Stack, Text as Words, Title} from '@mantine/core';
import {IconPlus} from '@tabler/icons-react';
import {useEffect, useId, useRef, useState} from 'react';
import {useFieldArray, useFormContext} from 'react-hook-form';
import {isIsoDate} from '../../../domain/dates.ts';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import {fieldName} from '../../../templates/core/edition.ts';
import {appendix4} from '../../../templates/editions/308-2022/appendix-4.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useOwnService} from '../../lib/session.ts';
import {useCall} from '../../lib/use-call.ts';
import {planText} from '../../text/plan.ts';
import {Allowed} from '../../ui/allowed.tsx';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {GroupDialog} from './group-dialog.tsx';
import {MeasureFields} from './measure-fields.tsx';
import {endOf, type RawMeasure, type RawPlan} from './plan-values.ts';

/** The eight rows of the form, each with its measures. */
export function Measures({marked, recipientId}: {marked: readonly ServiceType[]; recipientId: string}) {
  const {t} = useText();
  const {setFocus, getValues} = useFormContext<RawPlan>();
  const {fields, insert, remove} = useFieldArray<RawPlan, 'measures'>({name: 'measures'});
  const assigner = useAssigner();
  const isOwn = useOwnService();
  const [shared, setShared] = useState<number | null>(null);
  const added = useRef<number | null>(null);

  useEffect(() => {
    if (added.current === null) return;
    setFocus(`measures.${added.current}.text`);
    added.current = null;
  });

  function add(measure: RawMeasure, at: number): void {
    added.current = at;
    insert(at, measure, {shouldFocus: false});
  }

  function addNew(serviceType: ServiceType): void {
    const values = getValues();
    const at = endOf(values.measures, serviceType);
    const before = values.measures[at - 1];
    const sameService = before?.serviceType === serviceType ? before : undefined;
    add(
      {
        serviceType,
        text: '',
        volume: '',
        period: sameService?.period ?? '',
        dateFrom: sameService?.dateFrom ?? known(values.periodFrom),
        dateTo: sameService?.dateTo ?? known(values.periodTo),
        staffId: sameService?.staffId ?? assigner(serviceType),
        assignedOn: sameService?.assignedOn ?? today(),
      },
      at,
    );
  }

  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t(fieldName(appendix4.fields.services))}
      </Title>
      {serviceTypes.map((serviceType, row) => (
        <ServiceBlock
          key={serviceType}
          serviceType={serviceType}
          row={row + 1}
          isMarked={marked.includes(serviceType)}
          isOwn={isOwn(serviceType)}
          onAdd={() => addNew(serviceType)}
        >
          {fields.map((field, index) => {
            if (field.serviceType !== serviceType) return null;
            const first = fields.findIndex(each => each.serviceType === serviceType);
            return (
              <MeasureFields
                key={field.id}
                serviceType={serviceType}
                index={index}
                number={index - first + 1}
                onAdd={() => addNew(serviceType)}
                onDuplicate={() => {
                  const copied = getValues(`measures.${index}`);
                  add({...copied}, index + 1);
                }}
                onShare={() => setShared(index)}
                onRemove={() => {
                  remove(index);
                  document.getElementById(addButtonId(serviceType))?.focus();
                }}
              />
            );
          })}
        </ServiceBlock>
      ))}
      {shared !== null && (
        <GroupDialog typed={getValues(`measures.${shared}`)} exceptId={recipientId} onClose={() => setShared(null)} />
      )}
    </Stack>
  );
}

interface ServiceBlockProps {
  readonly serviceType: ServiceType;
  readonly row: number;
  readonly isMarked: boolean;
  /** Whether this person writes here. */
  readonly isOwn: boolean;
  readonly onAdd: () => void;
  readonly children: readonly React.ReactNode[];
}

function ServiceBlock({serviceType, row, isMarked, isOwn, onAdd, children}: ServiceBlockProps) {
  const {t} = useText();
  const headingId = useId();
  const count = children.filter(child => child !== null).length;
  const name = serviceTypeNames[serviceType];
  return (
    <Paper
      component="section"
      withBorder
      px="sm"
      py={6}
      aria-labelledby={headingId}
      className={isMarked ? 'plan-service plan-service-marked' : 'plan-service'}
    >
      <Group justify="space-between" gap="xs" mih={30}>
        <Group gap="xs">
          <Title order={3} size="h6" id={headingId}>
            {row}. {t(name)}
          </Title>
          {isMarked && <StatusBadge tone="wait">{t(planText.markedForReview)}</StatusBadge>}
          {count === 0 && (
            <Words size="xs" c="dimmed">
              {t(planText.noMeasures)}
            </Words>
          )}
        </Group>
        {count === 0 && isOwn && <AddButton serviceType={serviceType} onAdd={onAdd} />}
      </Group>
      {count > 0 && (
        <Allowed when={isOwn}>
          <Stack gap="xs" mt={4}>
            {children}
            {isOwn && (
              <Group>
                <AddButton serviceType={serviceType} onAdd={onAdd} />
              </Group>
            )}
          </Stack>
        </Allowed>
      )}
    </Paper>
  );
}

function AddButton({serviceType, onAdd}: {serviceType: ServiceType; onAdd: () => void}) {
  const {t} = useText();
  return (
    <Button
      id={addButtonId(serviceType)}
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={14} />}
      aria-label={t(planText.addMeasureTo(serviceTypeNames[serviceType]))}
      title={t(planText.addHint)}
      onClick={onAdd}
    >
      {t(planText.addMeasure)}
    </Button>
  );
}

export function addButtonId(serviceType: ServiceType): string {
  return `plan-add-${serviceType}`;
}

/** Who assigns measures of a type: the one who is signed in where it is his type, else the first whose type it is. */
function useAssigner(): (serviceType: ServiceType) => string {
  const {data: session} = useCall('session', 'state', {});
  const {data: staff = []} = useCall('facility', 'staff', {withFormer: false});
  return serviceType => {
    const assigning = staff.filter(person => person.serviceTypes.includes(serviceType));
    const own = assigning.find(person => person.id === session?.account?.staffId);
    return (own ?? assigning[0])?.id ?? '';
  };
}

function known(date: string): string {
  return isIsoDate(date) ? date : '';
}
