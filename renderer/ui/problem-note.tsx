import {Alert, Button, Group, Text as Words} from '@mantine/core';
import {failureText} from '../lib/failures.ts';
import {useText} from '../lib/language.tsx';
import {commonText} from '../text/common.ts';
import {HelpLink} from './help-link.tsx';

/** What went wrong, in words that say what to do next. */
export function ProblemNote({error, retry}: {error: unknown; retry?: () => void}) {
  const {t} = useText();
  const message = failureText(error);
  return (
    <Alert color="red" title={t(commonText.problemTitle)} role="alert">
      <Group justify="space-between" gap="xs">
        <Words size="sm">
          {t(message)} <HelpLink message={message} />
        </Words>
        {retry && (
          <Button size="compact-sm" variant="default" onClick={retry}>
            {t(commonText.tryAgain)}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
