import {isAbsolute} from 'node:path';
import type {updateCalls} from '../contract/update.ts';
import type {AreaHandlers} from './context.ts';
import {refusal, refuseIf} from './refusals.ts';

export const updateHandlers: AreaHandlers<typeof updateCalls> = {
  state({application}) {
    return application.updates.state();
  },
  async found({application, platform}, {folder}) {
    refuseIf(folder !== null && !isAbsolute(folder) && refusal('folder', 'malformed'));
    const sticks = await platform.findSticks();
    return {files: await application.updates.found(folder === null ? sticks : [folder]), sticks};
  },
  async fetch({application}) {
    return {result: await application.updates.fetch()};
  },
  install({application}, {password, ...which}) {
    refuseIf(!isAbsolute(which.folder) && refusal('folder', 'malformed'));
    return application.updates.install(which, password);
  },
  back({application}, {password}) {
    return application.updates.back(password);
  },
};
