import {isAbsolute} from 'node:path';
import type {backupCalls} from '../contract/backup.ts';
import type {AreaHandlers} from './context.ts';
import {refusal, refuseIf} from './refusals.ts';

export const backupHandlers: AreaHandlers<typeof backupCalls> = {
  async state({application, platform}) {
    const [state, sticks] = await Promise.all([application.backups.state(), platform.findSticks()]);
    return {...state, sticks, canChooseFolder: platform.host === 'desktop'};
  },
  make({application}) {
    return application.backups.make();
  },
  async chooseSecond({application, platform}, {folder}) {
    const chosen = folder ?? (await platform.chooseFolder());
    if (chosen === undefined) return {chosen: false};
    refuseIf(!isAbsolute(chosen) && refusal('folder', 'malformed'));
    application.backups.chooseSecond(chosen);
    return {chosen: true};
  },
  forgetSecond({application}) {
    application.backups.chooseSecond(null);
    return {};
  },
  check({application}, which) {
    return application.backups.check(which);
  },
  preview({application}, which) {
    return application.backups.preview(which);
  },
  restore({application}, {password, ...which}) {
    return application.backups.restore(which, password);
  },
  async found({application, platform}, {folder}) {
    refuseIf(folder !== null && !isAbsolute(folder) && refusal('folder', 'malformed'));
    const [backups, sticks] = await Promise.all([application.backups.found(folder), platform.findSticks()]);
    return {backups, sticks};
  },
  async askFolder({platform}) {
    return {folder: (await platform.chooseFolder()) ?? null, canChooseFolder: platform.host === 'desktop'};
  },
  restoreHere({application}, wish) {
    return application.backups.restoreHere(wish);
  },
  salvage({application}, {account, password}) {
    return application.backups.salvage(account, password);
  },
};
