import {useEffect, useState} from 'react';
import type {Language} from '../../domain/text.ts';
import type {HelpPage} from './help-page.ts';

type Pages = readonly HelpPage[];

const fetching: Record<Language, () => Promise<{readonly pages: unknown}>> = {
  kk: () => import('virtual:help/kk'),
  ru: () => import('virtual:help/ru'),
};
const fetched = new Map<Language, Pages>();

/** The pages of help, fetched when they are first wanted: null until then. */
export function useHelpPages(language: Language, isWanted = true): {pages: Pages | null; failed: boolean} {
  const [, setArrived] = useState(0);
  const [failed, setFailed] = useState(false);
  const pages = fetched.get(language) ?? null;
  useEffect(() => {
    if (!isWanted || fetched.has(language)) return;
    fetchPages(language).then(
      () => setArrived(count => count + 1),
      () => setFailed(true),
    );
  }, [language, isWanted]);
  return {pages, failed};
}

async function fetchPages(language: Language): Promise<void> {
  const {pages} = await fetching[language]();
  fetched.set(language, pages as Pages);
}
