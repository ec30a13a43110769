import type {ReferenceContent, ReferenceKind} from '../../registry/protocol/reference.ts';
import {publish, saveDraft} from '../../registry/store/reference-publishing.ts';
import type {TestServer} from '../registry/support/server.ts';

/** What the officer publishes, without the pages before it; those have tests of their own. */
export async function publishReference<Kind extends ReferenceKind>(
  {store, identity}: Pick<TestServer, 'store' | 'identity'>,
  kind: Kind,
  content: ReferenceContent<Kind>,
): Promise<void> {
  const at = new Date('2026-02-01T06:00:00Z');
  const sha256 = await saveDraft(store, kind, content, at);
  await publish(store, identity.secrets, {kind, sha256, at});
}
