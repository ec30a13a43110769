import {useState} from 'react';
import {useText} from '../../lib/language.tsx';
import {beginTour} from '../../lib/tour.ts';
import {tourText} from '../../text/tour.ts';
import classes from './sign-in.module.css';

/** Beside the door: a look around in what is invented, without a password. */
export function TourDoor({onOpen}: {onOpen: () => void}) {
  const {t} = useText();
  const [state, setState] = useState<'idle' | 'running' | 'failed'>('idle');
  const begin = () => {
    setState('running');
    beginTour(false).then(onOpen, () => setState('failed'));
  };
  if (state === 'running') {
    return (
      <p role="status" className={classes.tour}>
        {t(tourText.beginning)}
      </p>
    );
  }
  return (
    <p className={classes.tour}>
      {state === 'failed' && <span role="alert">{t(tourText.failed)} </span>}
      <button type="button" className={classes.link} onClick={begin}>
        {t(tourText.begin)}
      </button>
    </p>
  );
}
