import {VisuallyHidden} from '@mantine/core';
import {useVirtualizer} from '@tanstack/react-virtual';
import {useEffect, useRef, useState} from 'react';
import {paperText} from '../../text/paper.ts';
import {useText} from '../../lib/language.tsx';
import {drawPage, freeCanvas} from './draw-page.ts';
import type {OpenPdf} from './pdf-document.ts';

/** How wide a page is on the screen: to the width of the window, wholly seen, or a percentage of its size on paper. */
export type Zoom = 'width' | 'page' | number;

const gap = 16;
/** CSS pixels in a point of paper at 100 %. */
const pixelsPerPoint = 96 / 72;

interface PdfPagesProps {
  readonly pdf: OpenPdf;
  readonly zoom: Zoom;
  readonly onPage: (number: number) => void;
}

/** The pages one below another; only those in sight are drawn and kept in memory. */
export function PdfPages({pdf, zoom, onPage}: PdfPagesProps) {
  const {t} = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const pageWidth = widthOf(pdf, zoom, room);
  const pageHeight = (pageWidth * pdf.height) / pdf.width;
  // The rule warns users of the React Compiler, which is not used here.
  // oxlint-disable-next-line react/incompatible-library
  const list = useVirtualizer({
    count: pdf.pages,
    getScrollElement: () => scroller.current,
    estimateSize: () => pageHeight + gap,
    overscan: 1,
    paddingStart: gap,
  });

  useEffect(() => {
    list.measure();
  }, [list, pageHeight]);

  useEffect(() => {
    // The pages may come late, when somebody is already at the languages or at a button: then the keyboard stays there.
    const now = document.activeElement;
    if (now === null || now === document.body || now.id === 'main') scroller.current?.focus({preventScroll: true});
  }, []);

  function sayPage(): void {
    const top = scroller.current?.scrollTop ?? 0;
    const middle = top + room.height / 2;
    onPage(Math.min(pdf.pages, Math.max(1, Math.floor((middle - gap) / (pageHeight + gap)) + 1)));
  }

  return (
    <section
      aria-label={t(paperText.pages)}
      className="paper-scroller"
      ref={scroller}
      // A region that scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={sayPage}
    >
      {room.width > 0 && (
        <div style={{height: list.getTotalSize(), position: 'relative', minWidth: pageWidth + 2 * gap}}>
          {list.getVirtualItems().map(item => (
            <div key={item.key} style={{position: 'absolute', top: item.start, left: 0, right: 0}}>
              <PdfPage number={item.index + 1} pdf={pdf} width={pageWidth} />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

function PdfPage({pdf, number, width}: {pdf: OpenPdf; number: number; width: number}) {
  const {t} = useText();
  const holder = useRef<HTMLDivElement>(null);
  const [words, setWords] = useState('');
  const [ratio, setRatio] = useState(pdf.height / pdf.width);

  useEffect(() => {
    let cancel = (): void => {};
    let wanted = true;
    async function draw(): Promise<void> {
      const page = await pdf.document.getPage(number);
      if (!wanted) return;
      const natural = page.getViewport({scale: 1});
      setRatio(natural.height / natural.width);
      const drawing = drawPage(page, (width / natural.width) * window.devicePixelRatio, 'display');
      cancel = drawing.cancel;
      await drawing.done;
      if (!wanted) return;
      // The page that was there stays until this one is ready: zooming does not flash white.
      for (const old of holder.current?.querySelectorAll('canvas') ?? []) freeCanvas(old);
      drawing.canvas.setAttribute('aria-hidden', 'true');
      holder.current?.replaceChildren(drawing.canvas);
      const content = await page.getTextContent();
      if (wanted) setWords(content.items.map(item => ('str' in item ? item.str : '')).join(' '));
    }
    // A drawing that was cut short by the one before it is tried again. A page that still cannot be drawn stays white,
    // and "Save as PDF" has it.
    draw()
      .catch(() => (wanted ? draw() : undefined))
      .catch(() => undefined);
    return () => {
      wanted = false;
      cancel();
    };
  }, [pdf, number, width]);

  useEffect(() => {
    const element = holder.current;
    return () => {
      for (const canvas of element?.querySelectorAll('canvas') ?? []) freeCanvas(canvas);
    };
  }, []);

  return (
    <figure
      aria-label={t(paperText.pageOf(number, pdf.pages))}
      className="paper-page"
      style={{width, height: width * ratio}}
    >
      <div ref={holder} />
      <VisuallyHidden>{words}</VisuallyHidden>
    </figure>
  );
}

interface Room {
  readonly width: number;
  readonly height: number;
}

function useRoom(element: React.RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({width: 0, height: 0});
  useEffect(() => {
    const observed = element.current;
    if (!observed) return undefined;
    const observer = new ResizeObserver(() => {
      setRoom({width: observed.clientWidth, height: observed.clientHeight});
    });
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

function widthOf(pdf: OpenPdf, zoom: Zoom, room: Room): number {
  if (typeof zoom === 'number') return Math.round((pdf.width * pixelsPerPoint * zoom) / 100);
  const toWidth = room.width - 2 * gap;
  if (zoom === 'width') return Math.max(200, Math.min(toWidth, 1400));
  const toHeight = ((room.height - 2 * gap) * pdf.width) / pdf.height;
  return Math.max(200, Math.round(Math.min(toWidth, toHeight)));
}
