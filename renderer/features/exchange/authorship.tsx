import {Text as Words} from '@mantine/core';
import {formatDate} from '../../../domain/dates.ts';
import {clockTime, localDay} from '../../lib/clock.ts';
import {useText} from '../../lib/language.tsx';
import {conflictText} from '../../text/exchange-held.ts';

/** Who wrote something, and when. */
export function Authorship({author, recordedAt}: {author: string | null; recordedAt: string | null}) {
  const {t} = useText();
  return (
    <Words size="xs" c="dimmed">
      {author ?? t(conflictText.someone)}
      {recordedAt !== null && (
        <>
          {', '}
          <time dateTime={recordedAt}>
            {formatDate(localDay(recordedAt))} {clockTime(recordedAt)}
          </time>
        </>
      )}
    </Words>
  );
}
