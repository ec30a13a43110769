import type {Page} from 'playwright-core';

/** How long the screen stood still while something was done with it, in milliseconds. */
export interface Frames {
  readonly count: number;
  /** From one frame to the next, at the worst, and as a rule. */
  readonly longest: number;
  readonly median: number;
}

/** Notes each frame of a page while `work` goes on. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const noting = await page.evaluateHandle(() => {
    const gaps: number[] = [];
    const noted = {gaps, isOn: true};
    let last = performance.now();
    const note = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (noted.isOn) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return noted;
  });
  await work();
  const gaps = await noting.evaluate(noted => {
    noted.isOn = false;
    return noted.gaps.toSorted((a, b) => a - b);
  });
  await noting.dispose();
  return {count: gaps.length, longest: gaps.at(-1) ?? 0, median: gaps[Math.floor(gaps.length / 2)] ?? 0};
}
