import {Alert, Group, Stack, Text as Words} from '@mantine/core';
import {useText} from '../../lib/language.tsx';
import {useRight} from '../../lib/session.ts';
import {useCommand} from '../../lib/use-call.ts';
import {exchangeText} from '../../text/exchange.ts';
import {ConfirmButton} from '../../ui/confirm-button.tsx';

/** Two databases use the identity of this PC: what that means, and the one way out. */
export function CopiedNotice() {
  const {t} = useText();
  const isHead = useRight('connection');
  const {run} = useCommand('exchange', 'becomeAnother');
  return (
    <Alert color="red" role="alert" title={t(exchangeText.copiedTitle)}>
      <Stack gap="xs">
        <Words size="sm">{t(exchangeText.copiedWhat)}</Words>
        <Words size="sm">{t(exchangeText.copiedWay)}</Words>
        {isHead ? (
          <Group>
            <ConfirmButton
              variant="filled"
              label={t(exchangeText.becomeAnother)}
              question={t(exchangeText.becomeAnotherQuestion)}
              confirm={t(exchangeText.becomeAnother)}
              onConfirm={() => run({})}
            />
          </Group>
        ) : (
          <Words size="sm" fw={500}>
            {t(exchangeText.onlyHead)}
          </Words>
        )}
      </Stack>
    </Alert>
  );
}
