import {holidayTableSchema} from '../../domain/holiday-table.ts';
import type {ReferenceContent} from '../../registry/protocol/reference.ts';
import {publish, saveDraft} from '../../registry/store/reference-publishing.ts';
import type {CampaignRegistry} from './registry.ts';

/** The registry's officer in a campaign: a new version now and then, and what every PC must have in the end. */

export type PublishedKind = 'calendar' | 'labels';

function contentOf(kind: PublishedKind, words: string): ReferenceContent {
  if (kind === 'labels') return {corrections: [{edition: '308-2022/appendix-4', field: 'title', kk: words, ru: words}]};
  return holidayTableSchema.parse({version: words, fromYear: 2026, toYear: 2026, fixed: [], dated: [], swaps: []});
}

/** Whether a version was published: see `CampaignRegistry.secrets`. */
export async function publishOne(registry: CampaignRegistry, kind: PublishedKind, words: string): Promise<boolean> {
  const {store, secrets, now} = registry;
  if (secrets === undefined) return false;
  const at = new Date(now());
  const sha256 = await saveDraft(store, kind, contentOf(kind, words), at);
  return (await publish(store, secrets, {kind, sha256, at})) !== undefined;
}
