import {Checkbox, SimpleGrid} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {useController} from 'react-hook-form';
import {z} from 'zod';
import {serviceTypeNames, serviceTypes, type ServiceType} from '../../../domain/vocabulary.ts';
import type {PlanView} from '../../../electron/contract/plan.ts';
import {AskDialog} from '../../form/ask-dialog.tsx';
import {DateField, TextField} from '../../form/fields.tsx';
import {typed} from '../../form/typed.ts';
import {today} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {useCommand} from '../../lib/use-call.ts';
import {planText} from '../../text/plan.ts';

export type PlanDialog = 'fill' | 'approve' | 'revise' | 'end';

interface PlanDialogsProps {
  readonly open: PlanDialog | null;
  readonly plan: PlanView;
  /** Saves what is typed first; answers the stamp to go on with, null when it cannot be saved yet. */
  readonly settleTyped: () => Promise<string | null>;
  readonly onClose: () => void;
  readonly onRevision: (planId: string) => void;
}

/** The steps of a plan's life that need a date or a choice. */
export function PlanDialogs({open, plan, settleTyped, onClose, onRevision}: PlanDialogsProps) {
  const {t} = useText();
  const markFilled = useCommand('plan', 'markFilled');
  const approve = useCommand('plan', 'approve');
  const revise = useCommand('plan', 'revise');
  const end = useCommand('plan', 'end');

  async function withStamp(act: (seen: string) => Promise<unknown>): Promise<void> {
    const seen = await settleTyped();
    if (seen !== null) await act(seen);
  }

  switch (open) {
    case null:
      return null;
    case 'fill':
      return (
        <AskDialog
          title={planText.markFilled}
          schema={z.object({filledOn: typed.requiredDate()})}
          initial={{filledOn: today()}}
          confirm={planText.markFilled}
          onConfirm={({filledOn}) => withStamp(seen => markFilled.run({id: plan.id, seen, filledOn}))}
          onClose={onClose}
        >
          <DateField name="filledOn" label={planText.filledOn} required />
        </AskDialog>
      );
    case 'approve':
      return (
        <AskDialog
          title={planText.approveTitle}
          what={planText.approveWarning}
          schema={z.object({approvedOn: typed.requiredDate()})}
          initial={{approvedOn: today()}}
          confirm={planText.approve}
          onConfirm={({approvedOn}) =>
            withStamp(async seen => {
              await approve.run({id: plan.id, seen, approvedOn});
              notifications.show({message: t(planText.approved)});
            })
          }
          onClose={onClose}
        >
          <DateField name="approvedOn" label={planText.approvedOn} required />
        </AskDialog>
      );
    case 'revise':
      return (
        <AskDialog
          title={planText.reviseTitle}
          what={planText.reviseHint}
          schema={z.object({services: z.array(z.enum(serviceTypes))})}
          initial={{services: [] as ServiceType[]}}
          confirm={planText.openRevision}
          onConfirm={async ({services}) => {
            const {id} = await revise.run({id: plan.id, services});
            onRevision(id);
          }}
          onClose={onClose}
        >
          <ServiceChoice name="services" />
        </AskDialog>
      );
    case 'end':
      return (
        <AskDialog
          title={planText.end}
          what={planText.endHint}
          schema={z.object({endedOn: typed.requiredDate(), reason: typed.line()})}
          initial={{endedOn: today(), reason: ''}}
          confirm={planText.end}
          onConfirm={async ({endedOn, reason}) => {
            await end.run({id: plan.id, seen: plan.stamp, endedOn, reason});
            notifications.show({message: t(planText.ended)});
          }}
          onClose={onClose}
        >
          <DateField name="endedOn" label={planText.endedOn} required />
          <TextField name="reason" label={planText.endReason} />
        </AskDialog>
      );
  }
}

function ServiceChoice({name}: {name: string}) {
  const {t} = useText();
  const {field} = useController({name});
  return (
    <Checkbox.Group
      label={t(planText.reviseServices)}
      value={Array.isArray(field.value) ? field.value : []}
      onChange={field.onChange}
    >
      <SimpleGrid cols={2} spacing={6} mt={6}>
        {serviceTypes.map(serviceType => (
          <Checkbox key={serviceType} value={serviceType} label={t(serviceTypeNames[serviceType])} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
