import {useEffect, useRef} from 'react';
import type {HelpTarget} from '../../lib/help-contents.ts';
import type {HelpBlock, HelpInline, HelpPage} from '../../lib/help-page.ts';
import classes from './help.module.css';

type Open = (target: HelpTarget) => void;

/** A page of help, opened at a heading; the keyboard is there. */
export function HelpArticle({page, anchor, onOpen}: {page: HelpPage; anchor: string; onOpen: Open}) {
  const start = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    start.current?.focus({preventScroll: true});
    start.current?.scrollIntoView({block: 'start'});
  }, []);
  return (
    <article className={classes.article} data-help-article>
      <h3 className={classes.pageTitle} ref={anchor === '' ? start : null} tabIndex={-1}>
        {page.title}
      </h3>
      {page.sections.map(section => (
        <section key={section.anchor} data-level={section.level}>
          {section.title !== '' && <Heading {...section} start={section.anchor === anchor ? start : null} />}
          {section.blocks.map((block, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- A page never changes.
            <Block key={index} block={block} onOpen={onOpen} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Heading({
  title,
  level,
  start,
}: {
  title: string;
  level: 2 | 3;
  start: React.RefObject<HTMLHeadingElement | null> | null;
}) {
  const Tag = level === 2 ? 'h4' : 'h5';
  return (
    <Tag ref={start} tabIndex={-1} data-asked={start ? true : undefined}>
      {title}
    </Tag>
  );
}

function Block({block, onOpen}: {block: HelpBlock; onOpen: Open}) {
  if ('items' in block) {
    const List = block.kind === 'steps' ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- A page never changes.
          <li key={index}>
            <Inline words={item} onOpen={onOpen} />
          </li>
        ))}
      </List>
    );
  }
  return (
    <p className={block.kind === 'note' ? classes.note : undefined}>
      <Inline words={block.words} onOpen={onOpen} />
    </p>
  );
}

function Inline({words, onOpen}: {words: readonly HelpInline[]; onOpen: Open}) {
  return words.map((word, index) => {
    if (typeof word === 'string') return word;
    if ('bold' in word) return <b key={index}>{word.bold}</b>;
    if ('key' in word) return <kbd key={index}>{word.key}</kbd>;
    if ('said' in word) {
      return (
        <span key={index} className={classes.said}>
          {word.said}
        </span>
      );
    }
    return (
      // What is linked to is a page or an answer: a test follows every link.
      <button key={index} type="button" className={classes.link} onClick={() => onOpen(word.to as HelpTarget)}>
        {word.words}
      </button>
    );
  });
}
