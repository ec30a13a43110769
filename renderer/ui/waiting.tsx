import {Loader} from '@mantine/core';
import {useEffect, useState} from 'react';
import {useText} from '../lib/language.tsx';
import {commonText} from '../text/common.ts';

/** Nothing for 300 ms, then a loader: what is quick does not flicker. */
export function Waiting() {
  const {t} = useText();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return long ? <Loader size="sm" aria-label={t(commonText.loading)} /> : null;
}
