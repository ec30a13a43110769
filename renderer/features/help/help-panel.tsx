import {useEffect, useMemo, useRef, useState} from 'react';
import {languages} from '../../../domain/text.ts';
import {answerIn} from '../../lib/help-answers.ts';
import type {HelpTarget} from '../../lib/help-contents.ts';
import type {HelpPage} from '../../lib/help-page.ts';
import {useHelpPages} from '../../lib/help-pages.ts';
import {searchHelp} from '../../lib/help-search.ts';
import {closeHelp, useHelpAsked, type HelpAsked} from '../../lib/help-state.ts';
import {useText} from '../../lib/language.tsx';
import {helpText} from '../../text/help.ts';
import {HelpArticle} from './help-article.tsx';
import {HelpContents, HelpHits} from './help-lists.tsx';
import classes from './help.module.css';
import {printArticle} from './print-article.ts';

/**
 * What stands in the panel: the contents, or a heading of a page. It is made of the browser's own elements, because it stands
 * at the door too, where the library of the other screens is not there yet.
 */
export function HelpPanel({screen}: {screen: HelpTarget}) {
  const asked = useHelpAsked();
  const panel = useRef<HTMLElement>(null);
  useOwnWheel(panel);
  const {t} = useText();
  return (
    <aside ref={panel} className={classes.panel} aria-label={t(helpText.title)} data-help-panel>
      {asked && <Opened key={asked.count} asked={asked} screen={screen} />}
    </aside>
  );
}

function Opened({asked, screen}: {asked: HelpAsked; screen: HelpTarget}) {
  const {t, language} = useText();
  const {pages, failed} = useHelpPages(language);
  const other = useHelpPages(languages.find(each => each !== language) ?? language).pages;
  const [typed, setTyped] = useState('');
  // Null: the contents. The last one is shown, those before are the way back.
  const [way, setWay] = useState<readonly (HelpTarget | null)[]>(() => [firstTarget(asked, screen)]);
  const shown = way.at(-1) ?? null;
  const place = useMemo(() => (pages ? find(pages, shown) : null), [pages, shown]);
  const hits = useMemo(() => (pages ? searchHelp(pages, other ?? [], typed, 40) : []), [pages, other, typed]);
  const go = (target: HelpTarget | null) => {
    setTyped('');
    setWay([...way, target]);
  };
  return (
    <>
      <header className={classes.head}>
        <h2 className={classes.title}>{t(helpText.title)}</h2>
        {way.length > 1 && (
          <button type="button" onClick={() => setWay(way.slice(0, -1))}>
            {t(helpText.back)}
          </button>
        )}
        <button type="button" onClick={() => go(null)} aria-pressed={shown === null}>
          {t(helpText.contents)}
        </button>
        {place && typed === '' && (
          <button type="button" onClick={printArticle}>
            {t(helpText.print)}
          </button>
        )}
        <button type="button" className={classes.close} onClick={closeHelp} aria-label={t(helpText.close)}>
          <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden stroke="currentColor" strokeWidth="2">
            <path d="M6 6 18 18M18 6 6 18" />
          </svg>
        </button>
      </header>
      <input
        type="search"
        className={classes.search}
        aria-label={t(helpText.search)}
        placeholder={t(helpText.search)}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      {shown !== screen && typed === '' && (
        <button type="button" className={classes.screen} onClick={() => go(screen)}>
          {t(helpText.thisScreen)}
        </button>
      )}
      <div className={classes.body}>
        {failed && <p role="alert">{t(helpText.failed)}</p>}
        {pages && typed.trim() !== '' && <HelpHits hits={hits} onOpen={go} />}
        {pages && typed.trim() === '' && !place && <HelpContents pages={pages} onOpen={go} />}
        {place && typed.trim() === '' && (
          <HelpArticle key={`${way.length} ${shown}`} page={place.page} anchor={place.anchor} onOpen={go} />
        )}
      </div>
      <p className={classes.foot}>{t(helpText.closeKey)}</p>
    </>
  );
}

/** A message on the screen comes before the screen: it is what somebody does not know how to go on from. */
function firstTarget({target, messages}: HelpAsked, screen: HelpTarget): HelpTarget {
  return target ?? messages.map(answerIn).find(answer => answer !== null) ?? screen;
}

function find(pages: readonly HelpPage[], target: HelpTarget | null): {page: HelpPage; anchor: string} | null {
  if (target === null) return null;
  const [id = '', anchor = ''] = target.split('#');
  const page =
    id === ''
      ? pages.find(({sections}) => sections.some(section => section.anchor === anchor))
      : pages.find(each => each.id === id);
  return page ? {page, anchor} : null;
}

/** The wheel is the panel's own: a dialog that is open beside it would keep it from scrolling. */
function useOwnWheel(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = panel.current;
    const keep = (event: Event) => event.stopPropagation();
    for (const name of ['wheel', 'touchmove']) element?.addEventListener(name, keep);
    return () => {
      for (const name of ['wheel', 'touchmove']) element?.removeEventListener(name, keep);
    };
  }, [panel]);
}
