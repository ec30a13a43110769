import {Button} from '@mantine/core';
import {IconClipboardCheck} from '@tabler/icons-react';
import type {ReactNode} from 'react';
import {Link} from 'wouter';
import type {PlanView} from '../../../electron/contract/plan.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {planText} from '../../text/plan.ts';
import {Page} from '../../ui/page.tsx';
import './plan.css';

/** What every view of a plan has around it: whose plan it is, and the way to the person and to the monitoring. */
export function PlanFrame({
  plan,
  name,
  aside,
  children,
}: {
  plan: PlanView;
  name: string;
  aside: ReactNode;
  children: ReactNode;
}) {
  const {t} = useText();
  const revision = plan.revision > 0 ? `, ${t(planText.revision(plan.revision))}` : '';
  return (
    <Page
      title={`${t(planText.title)}${revision}`}
      person={name}
      aside={aside}
      actions={
        <>
          <Button component={Link} href={paths.recipient(plan.recipientId)} variant="subtle" size="compact-md">
            {t(planText.person)}
          </Button>
          {plan.approvedOn !== null && (
            <Button
              component={Link}
              href={paths.rounds(plan.recipientId, plan.id)}
              variant="subtle"
              size="compact-md"
              leftSection={<IconClipboardCheck size={16} />}
            >
              {t(planText.monitoring)}
            </Button>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}
