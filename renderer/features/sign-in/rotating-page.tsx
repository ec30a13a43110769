import {Text as Words} from '@mantine/core';
import {useText} from '../../lib/language.tsx';
import {rotationText} from '../../text/rotation.ts';
import {Door} from '../../ui/door.tsx';
import {Waiting} from '../../ui/waiting.tsx';

/** The database is being written anew under another key: nobody can work, in no window. */
export function RotatingPage() {
  const {t} = useText();
  return (
    <Door title={t(rotationText.goingTitle)}>
      <Words role="status">{t(rotationText.going)}</Words>
      <Waiting />
    </Door>
  );
}
