import {Button, Group, Paper, Text as Words} from '@mantine/core';
import {useEffect, useRef, useState} from 'react';
import {useText} from '../lib/language.tsx';
import {useCall} from '../lib/use-call.ts';
import {frameText} from '../text/frame.ts';
import classes from './frame.module.css';

const activities = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Seconds before the lock in which it is announced; of a shorter time, half. */
const longestWarning = 60;
/** Milliseconds between two looks; a PC that slept is locked at the first one after it woke. */
const look = 1_000;

/**
 * Locks when nobody has touched the program for a while, and says so a minute before. What is typed is a draft by then
 * and stands there again after signing in.
 */
export function IdleLock({lock}: {lock: () => void}) {
  const {t} = useText();
  const minutes = useCall('session', 'idle', {}).data?.minutes;
  const touched = useRef(0);
  const [left, setLeft] = useState<number | null>(null);
  const locking = useRef(lock);
  useEffect(() => {
    locking.current = lock;
  });

  useEffect(() => {
    if (minutes === undefined) return;
    touched.current = Date.now();
    const warning = Math.min(longestWarning, minutes * 30);
    let isLocking = false;
    const touch = () => {
      isLocking = false;
      touched.current = Date.now();
      setLeft(null);
    };
    const timer = setInterval(() => {
      const seconds = Math.ceil((touched.current + minutes * 60_000 - Date.now()) / 1_000);
      if (seconds > warning) return;
      setLeft(Math.max(seconds, 0));
      if (seconds > 0 || isLocking) return;
      isLocking = true;
      locking.current();
    }, look);
    for (const activity of activities) window.addEventListener(activity, touch, {passive: true, capture: true});
    return () => {
      clearInterval(timer);
      for (const activity of activities) window.removeEventListener(activity, touch, {capture: true});
    };
  }, [minutes]);

  if (left === null) return null;
  return (
    <Paper withBorder shadow="md" p="md" role="alert" className={classes.idle ?? ''}>
      <Group gap="md" wrap="nowrap">
        <Words size="sm">{t(frameText.locksIn(left))}</Words>
        <Button size="xs" style={{flexShrink: 0}} onClick={() => setLeft(null)}>
          {t(frameText.stay)}
        </Button>
      </Group>
    </Paper>
  );
}
