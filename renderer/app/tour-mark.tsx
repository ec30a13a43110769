import {Badge, Button, Group} from '@mantine/core';
import {useText} from '../lib/language.tsx';
import {useCommand} from '../lib/use-call.ts';
import {tourText} from '../text/tour.ts';

/** Stands in the head of every screen of the tour, so that nobody takes what is invented for theirs. */
export function TourMark() {
  const {t} = useText();
  const {run, running} = useCommand('session', 'endTour');
  return (
    <Group gap="xs" wrap="nowrap" role="status">
      <Badge color="orange" variant="light" size="lg" radius="sm" tt="none" c="var(--tone-wait)">
        {t(tourText.on)}
      </Badge>
      <Button size="xs" loading={running} onClick={() => void run({}).catch(() => undefined)}>
        {t(tourText.end)}
      </Button>
    </Group>
  );
}
