import {Button} from '@mantine/core';
import type {ReactNode} from 'react';
import {Link} from 'wouter';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {monitoringText} from '../../text/monitoring.ts';
import {Page} from '../../ui/page.tsx';
import './monitoring.css';

/** Around every view of a monitoring: whose it is, and the way to the person, the plan and the other rounds. */
export function RoundFrame({
  title,
  person,
  recipientId,
  planId,
  aside,
  children,
  withRounds = true,
}: {
  title: string;
  person: string;
  recipientId: string;
  planId: string;
  aside?: ReactNode;
  children: ReactNode;
  withRounds?: boolean;
}) {
  const {t} = useText();
  return (
    <Page
      title={title}
      person={person}
      aside={aside}
      actions={
        <>
          <Button component={Link} href={paths.recipient(recipientId)} variant="subtle" size="compact-md">
            {t(monitoringText.person)}
          </Button>
          <Button component={Link} href={paths.plan(recipientId, planId)} variant="subtle" size="compact-md">
            {t(monitoringText.plan)}
          </Button>
          {withRounds && (
            <Button component={Link} href={paths.rounds(recipientId, planId)} variant="subtle" size="compact-md">
              {t(monitoringText.rounds)}
            </Button>
          )}
        </>
      }
    >
      {children}
    </Page>
  );
}
