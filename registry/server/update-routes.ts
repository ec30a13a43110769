import type {FastifyInstance} from 'fastify';
import type {ZodTypeProvider} from 'fastify-type-provider-zod';
import {z} from 'zod';
import {announcedUpdate, announcedUpdates} from '../protocol/update.ts';
import {Refusal} from '../store/refusal.ts';
import {rangeOf, streamOf} from './byte-range.ts';
import type {Context} from './context.ts';
import {binary, refusals} from './schemas.ts';
import {requireSignature} from './signed-by.ts';
import {UpdateFolder} from './update-folder.ts';

/** New versions of the program, for PCs that were taken in. */
export async function updateRoutes(app: FastifyInstance, {registry, updatesFolder}: Context): Promise<void> {
  requireSignature(app, registry);
  const folder = new UpdateFolder(updatesFolder);
  const typed = app.withTypeProvider<ZodTypeProvider>();

  typed.get(
    '/v1/updates',
    {schema: {summary: 'Update files of the program that are here', response: {200: announcedUpdates, ...refusals}}},
    async () => ({updates: await folder.list()}),
  );

  typed.get(
    '/v1/updates/:name',
    {
      schema: {
        summary: 'An update file, or the part that Range asks for',
        params: z.object({name: announcedUpdate.shape.name}),
        response: {200: binary('All of it'), 206: binary('The part'), ...refusals},
      },
    },
    async (request, reply) => {
      const found = await folder.find(request.params.name);
      if (found === undefined) throw new Refusal('missing', 'no such update');
      const {size} = found.update;
      const range = rangeOf(request.headers.range, size);
      if (range.isPart) reply.code(206).header('content-range', `bytes ${range.from}-${range.to - 1}/${size}`);
      const handle = await found.open();
      const stream = streamOf(range, async (from, most) => {
        const {bytesRead, buffer} = await handle.read(Buffer.alloc(most), 0, most, from);
        return buffer.subarray(0, bytesRead);
      });
      stream.once('close', () => void handle.close());
      return reply
        .type('application/octet-stream')
        .header('accept-ranges', 'bytes')
        .header('content-length', range.to - range.from)
        .send(stream);
    },
  );
}
