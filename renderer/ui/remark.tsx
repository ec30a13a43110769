import {Text as Words} from '@mantine/core';
import type {Text} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';

/** A remark on what was typed; said aloud when it appears, never in the way. */
export function Remark({of}: {of: Text}) {
  const {t} = useText();
  return (
    <Words size="xs" c="var(--tone-late)" role="status">
      {t(of)}
    </Words>
  );
}
