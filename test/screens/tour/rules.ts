import {paths} from '../../../renderer/lib/paths.ts';
import type {Camera} from '../camera.ts';

/** The pages around the journal that one comes to by a button: the queue, the portal, hand-overs, reports. */
export async function tourRules(camera: Camera): Promise<void> {
  const pages: readonly [name: string, path: string][] = [
    ['70-queue', paths.queue()],
    ['71-portal', paths.portal()],
    ['72-transfers', paths.transfers()],
    ['73-open-transfer', paths.openTransfer()],
    ['74-duplicates', paths.duplicates()],
    ['74-group-measure', paths.groupMeasure()],
    ['75-binding', paths.binding()],
    ['76-statistics', paths.statistics()],
    ['77-norms', paths.norms()],
  ];
  for (const [name, path] of pages) {
    await camera.part(name, async () => {
      await camera.visit(path);
      await camera.shoot(name);
    });
  }
}
