import {Button, Group, NumberInput, Progress, SegmentedControl, Text as Words} from '@mantine/core';
import {notifications} from '@mantine/notifications';
import {IconDeviceFloppy, IconPrinter} from '@tabler/icons-react';
import {useCallback, useEffect, useRef, useState} from 'react';
import {formNames, paperStateNames, printLanguageNames} from '../../../domain/record-value-words.ts';
import {printLanguages, type PrintLanguage} from '../../../domain/text.ts';
import type {PaperSource} from '../../../electron/contract/paper.ts';
import {client} from '../../lib/bridge.ts';
import {saveBytes} from '../../lib/save-file.ts';
import {failureText} from '../../lib/failures.ts';
import {keptWhileSignedIn} from '../../lib/kept.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {useCall, useCommand} from '../../lib/use-call.ts';
import {paperText} from '../../text/paper.ts';
import {StatusBadge} from '../../ui/status-badge.tsx';
import {Waiting} from '../../ui/waiting.tsx';
import './paper.css';
import {usePaperChoices, type PaperContent} from './paper-source.ts';
import {BackButton, BarNotice, ZoomSelect} from './paper-bar.tsx';
import {usePdf} from './pdf-document.ts';
import {PdfPages, type Zoom} from './pdf-pages.tsx';
import {pagesAtOnce, printPages} from './print-pages.ts';
import {tellFailure} from '../../lib/tell-failure.tsx';

const contentNames = {filled: paperText.filled, blank: paperText.blank, frozen: paperText.frozen} as const;

/** The language of the print is chosen once and stays for the papers that follow; the screen's is only its first value. */
const chosenLanguage = keptWhileSignedIn<PrintLanguage | null>(null);

/** The size on paper, so that most of a page is seen at once; where a page lying on its side has no room, its width. */
function firstZoom(): Zoom {
  return window.innerWidth >= 1280 ? 100 : 'width';
}

interface PrintRange {
  readonly from: number;
  readonly to: number;
}

/** A paper as it will be on paper, page by page; from here it is printed or saved. */
export function PaperPage({source: asked}: {source: PaperSource}) {
  const {t, language: screenLanguage} = useText();
  const [language, setLanguage] = useState<PrintLanguage>(chosenLanguage.value ?? screenLanguage);
  const choices = usePaperChoices(asked);
  const [chosen, setChosen] = useState<PaperContent | null>(null);
  const content = chosen !== null && choices.contents?.includes(chosen) ? chosen : choices.preferred;
  const source = choices.sourceOf(content);
  const rendering = useCall(
    'paper',
    'render',
    {source, language},
    {enabled: choices.contents !== undefined, keepPrevious: true},
  );
  const paper = rendering.data;
  const {pdf, failed} = usePdf(paper?.pdf);
  const {data: session} = useCall('session', 'state', {});
  const register = useCommand('paper', 'register');
  const [zoom, setZoom] = useState<Zoom>(firstZoom);
  const [page, setPage] = useState(1);
  const [range, setRange] = useState<PrintRange | null>(null);
  const [progress, setProgress] = useState<{done: number; total: number} | null>(null);
  const stop = useRef<AbortController | null>(null);
  const pages = pdf?.pages ?? 0;
  const from = Math.min(range?.from ?? 1, Math.max(pages, 1));
  const to = Math.min(range?.to ?? Math.min(pages, pagesAtOnce), pages);
  const tooMany = to - from + 1 > pagesAtOnce;
  const isStale = rendering.isPlaceholderData;
  // Until its pages are there, those of before stand on the screen: they are not printed in its name.
  const isShown = !isStale && pdf !== null && pdf.of === paper?.pdf;
  // A picture is no form of the order: the register does not keep it.
  const isRegistered = source.kind !== 'month' && source.kind !== 'life';

  useEffect(() => () => stop.current?.abort(), []);

  const print = useCallback(async () => {
    if (!pdf || !isShown || stop.current || tooMany) return;
    const controller = new AbortController();
    stop.current = controller;
    setProgress({done: 0, total: to - from + 1});
    try {
      const shown = await printPages({
        document: pdf.document,
        from,
        to,
        signal: controller.signal,
        onProgress: done => setProgress({done, total: to - from + 1}),
      });
      if (!shown) return;
      if (isRegistered) {
        const part = source.kind === 'pile' ? {pages: {from, to}} : {};
        await register.run({source, language, how: 'printed', ...part});
      }
      const said = isRegistered ? paperText.printed : paperText.sentToPrinter;
      notifications.show({message: t(to < pages ? paperText.portionPrinted(from, to, pages) : said)});
      // The next portion is ready to be printed.
      if (to < pages) setRange({from: to + 1, to: Math.min(pages, to + pagesAtOnce)});
    } catch (error) {
      const isMemory = error instanceof DOMException || error instanceof RangeError;
      tellFailure(t, isMemory ? paperText.printFailed : failureText(error));
    } finally {
      stop.current = null;
      setProgress(null);
    }
  }, [pdf, from, to, pages, tooMany, isShown, isRegistered, register, source, language, t]);

  const save = useCallback(async () => {
    if (!paper || isStale || !session) return;
    try {
      // A page in a browser cannot be asked where to: the browser does that with a download.
      if (session.host === 'loopback') saveBytes(paper.pdf, paper.fileName);
      else if (!(await client.paper.saveAs({source, language})).saved) return;
      if (isRegistered) await register.run({source, language, how: 'saved'});
      notifications.show({message: t(isRegistered ? paperText.saved : paperText.pictureSaved)});
    } catch (error) {
      tellFailure(t, failureText(error));
    }
  }, [paper, isStale, session, isRegistered, register, source, language, t]);

  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (!event.ctrlKey || event.altKey || event.shiftKey) return;
      // By the place of the key, so that it works in the Kazakh and Russian layouts too.
      if (event.code === 'KeyP') {
        event.preventDefault();
        void print();
      } else if (event.code === 'KeyS') {
        event.preventDefault();
        void save();
      }
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [print, save]);

  function chooseLanguage(next: string): void {
    chosenLanguage.value = printLanguages.find(each => each === next) ?? null;
    if (chosenLanguage.value) setLanguage(chosenLanguage.value);
  }

  // An address of a frozen paper does not say which form it is: the paper itself does, in large letters.
  const title = 'form' in asked ? formNames[asked.form] : asked.kind === 'pile' ? paperText.pile : paperText.title;

  return (
    <div className="paper-screen">
      <Group gap="xs" px="sm" py={6}>
        <BackButton otherwise={asked.kind === 'pile' ? paths.printing() : paths.today()} />
        <Words component="h1" fw={600} size="sm" style={{flex: 1, minWidth: 120}} truncate>
          {t(title)}
        </Words>
        {paper && paper.state !== 'picture' && (
          <StatusBadge tone={paper.state === 'frozen' ? 'good' : 'calm'}>{t(paperStateNames[paper.state])}</StatusBadge>
        )}
        {(choices.contents?.length ?? 0) > 1 && (
          <SegmentedControl
            aria-label={t(paperText.content)}
            size="xs"
            value={content}
            onChange={value => setChosen(choices.contents?.find(each => each === value) ?? null)}
            data={(choices.contents ?? []).map(each => ({value: each, label: t(contentNames[each])}))}
          />
        )}
        {asked.kind !== 'pile' && (
          <SegmentedControl
            aria-label={t(paperText.printLanguage)}
            size="xs"
            value={language}
            onChange={chooseLanguage}
            data={printLanguages.map(each => ({value: each, label: t(printLanguageNames[each])}))}
          />
        )}
      </Group>
      <Group gap="xs" px="sm" pb={6} className="paper-bar-last">
        <Words size="sm" c="dimmed" role="status" style={{flex: 1}}>
          {pdf ? t(paperText.pageOf(page, pages)) : ''}
        </Words>
        <ZoomSelect zoom={zoom} onZoom={setZoom} />
        {pages > 1 && (
          <Group gap={4} wrap="nowrap">
            <Words size="xs" aria-hidden="true">
              {t(paperText.printRange)}
            </Words>
            <NumberInput
              aria-label={t(paperText.fromPage)}
              size="xs"
              w={64}
              min={1}
              max={to}
              value={from}
              onChange={value => setRange({from: Number(value) || 1, to})}
            />
            <Words size="xs">–</Words>
            <NumberInput
              aria-label={t(paperText.toPage)}
              size="xs"
              w={64}
              min={from}
              max={pages}
              value={to}
              onChange={value => setRange({from, to: Number(value) || pages})}
            />
          </Group>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDeviceFloppy size={16} />}
          disabled={!paper}
          onClick={() => void save()}
        >
          {t(paperText.save)}
        </Button>
        <Button
          size="xs"
          leftSection={<IconPrinter size={16} />}
          disabled={!isShown || tooMany || progress !== null}
          onClick={() => void print()}
        >
          {t(paperText.print)}
        </Button>
      </Group>
      {progress && (
        <Group px="sm" pb={6} gap="sm">
          <Words size="sm" role="status">
            {t(paperText.preparing(progress.done, progress.total))}
          </Words>
          <Progress value={(100 * progress.done) / progress.total} style={{flex: 1}} aria-label={t(paperText.print)} />
          <Button size="xs" variant="default" onClick={() => stop.current?.abort()}>
            {t(paperText.stop)}
          </Button>
        </Group>
      )}
      {tooMany && <BarNotice color="yellow" words={t(paperText.portion(pagesAtOnce))} />}
      {paper?.lostForce && <BarNotice color="yellow" words={t(paperText.lostForceNotice)} />}
      {paper?.state === 'draft' && <BarNotice color="blue" words={t(paperText.draftNotice)} />}
      {rendering.error && <BarNotice color="red" words={t(failureText(rendering.error))} />}
      {failed && <BarNotice color="red" words={t(paperText.unreadable)} />}
      {pdf ? <PdfPages pdf={pdf} zoom={zoom} onPage={setPage} /> : !rendering.error && !failed && <Waiting />}
    </div>
  );
}
