import {useEffect, useRef} from 'react';
import {helpContents, type HelpTarget} from '../../lib/help-contents.ts';
import type {HelpPage} from '../../lib/help-page.ts';
import {targetOf, type HelpHit} from '../../lib/help-search.ts';
import {useText} from '../../lib/language.tsx';
import {helpText} from '../../text/help.ts';
import classes from './help.module.css';
import {HelpTour} from './help-tour.tsx';

type Open = (target: HelpTarget) => void;

/** All pages in their order. */
export function HelpContents({pages, onOpen}: {pages: readonly HelpPage[]; onOpen: Open}) {
  const {t} = useText();
  const start = useRef<HTMLHeadingElement>(null);
  useEffect(() => start.current?.focus(), []);
  return (
    <nav aria-label={t(helpText.contents)}>
      <h3 ref={start} tabIndex={-1} className={classes.pageTitle}>
        {t(helpText.contents)}
      </h3>
      {helpContents.map(({title, pages: ids}) => (
        <section key={title.ru}>
          <h4>{t(title)}</h4>
          <ul className={classes.list}>
            {ids.map(id => (
              <li key={id}>
                <button type="button" className={classes.link} onClick={() => onOpen(id)}>
                  {pages.find(page => page.id === id)?.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <HelpTour />
    </nav>
  );
}

/** What answers the typed words. */
export function HelpHits({hits, onOpen}: {hits: readonly HelpHit[]; onOpen: Open}) {
  const {t} = useText();
  return (
    <section aria-label={t(helpText.results)}>
      <p role="status" className={classes.count}>
        {t(hits.length === 0 ? helpText.nothing : helpText.found(hits.length))}
      </p>
      <ul className={classes.list}>
        {hits.map(hit => (
          <li key={`${hit.page}#${hit.anchor}`}>
            <button type="button" className={classes.link} onClick={() => onOpen(targetOf(hit))}>
              {hit.title}
            </button>
            {hit.anchor !== '' && <small>{hit.pageTitle}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
