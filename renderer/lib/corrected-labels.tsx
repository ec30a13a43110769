import {useEffect, useState, type ReactNode} from 'react';
import type {Text} from '../../domain/text.ts';
import type {CorrectedLabel} from '../../electron/contract/reference.ts';
import {labelAt} from '../../templates/core/corrections.ts';
import {WordsInstead} from './language.tsx';
import {useCall} from './use-call.ts';

/**
 * The registry's corrected labels on every screen below. A label stands once, in its edition, and is shown by `t`: there the
 * corrected words are taken for it, wherever it is shown.
 */
export function CorrectedLabels({children}: {children: ReactNode}) {
  const {data} = useCall('reference', 'labels', {});
  return <WordsInstead words={useCorrected(data?.corrections)}>{children}</WordsInstead>;
}

function useCorrected(corrections: readonly CorrectedLabel[] | undefined): ReadonlyMap<Text, Text> {
  const [words, setWords] = useState<ReadonlyMap<Text, Text>>(none);
  useEffect(() => {
    let isCurrent = true;
    async function find(wanted: readonly CorrectedLabel[]): Promise<void> {
      // Mostly there are none, and then nobody waits for the editions.
      const found = wanted.length === 0 ? none : await wordsOf(wanted);
      if (isCurrent) setWords(found);
    }
    void find(corrections ?? []);
    return () => {
      isCurrent = false;
    };
  }, [corrections]);
  return words;
}

const none: ReadonlyMap<Text, Text> = new Map();

async function wordsOf(corrections: readonly CorrectedLabel[]): Promise<ReadonlyMap<Text, Text>> {
  const {editionById} = await import('../../templates/editions/editions.ts');
  const found = new Map<Text, Text>();
  for (const {edition: id, field, kk, ru} of corrections) {
    const edition = editionById(id);
    const label = edition === undefined ? undefined : labelAt(edition, field);
    if (label !== undefined) found.set(label, {kk, ru});
  }
  return found;
}
