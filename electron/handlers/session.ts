import {activeAccounts} from '../../db/queries/facility.ts';
import {idleMinutes, writeIdleMinutes} from '../../db/settings.ts';
import type {sessionCalls} from '../contract/session.ts';
import {CallFailure, type AreaHandlers} from './context.ts';

export const sessionHandlers: AreaHandlers<typeof sessionCalls> = {
  state({application, platform}) {
    const {host, version, tour} = platform;
    return {...application.state(), host, version, tour: !tour ? 'none' : tour.isOn() ? 'on' : 'offered'};
  },
  async lookAgain({application}) {
    await application.lookAgain();
    return {};
  },
  setLanguage({application}, {language}) {
    application.setLanguage(language);
    return {};
  },
  async createAccount({application}, {name, password}) {
    await application.createAccount(name, password);
    return {};
  },
  signIn({application}, {name, password}) {
    return application.signIn(name, password);
  },
  signInWithRecovery({application}, {name, key, newPassword}) {
    return application.signInWithRecovery(name, key, newPassword);
  },
  async beginTour({platform}) {
    if (!platform.tour) throw new CallFailure('conflict');
    await platform.tour.begin();
    return {};
  },
  endTour({platform}) {
    platform.tour?.end();
    return {};
  },
  async lock({application}) {
    await application.lock();
    return {};
  },
  changePassword({application}, {current, next}) {
    return application.changePassword(current, next);
  },
  async addAccount({application}, account) {
    return {id: await application.addAccount(account)};
  },
  idle({db}) {
    return {minutes: idleMinutes(db)};
  },
  setIdle({db}, {minutes}) {
    writeIdleMinutes(db, minutes);
    return {};
  },
  accounts({db, account: {id: self}}) {
    return activeAccounts(db).map(account => ({...account, isOwn: account.id === self}));
  },
  async changeAccount({application}, account) {
    await application.changeAccount(account);
    return {};
  },
  async resetPassword({application}, {id, password}) {
    await application.resetPassword(id, password);
    return {};
  },
  async removeAccount({application}, {id}) {
    await application.removeAccount(id);
    return {};
  },
  async makeRecoveryKey({application}) {
    return {key: await application.makeRecoveryKey()};
  },
  async confirmRecoveryKey({application}) {
    await application.confirmRecoveryKey();
    return {};
  },
  keys({application}) {
    return application.keys();
  },
  rotateKey({application}, wish) {
    return application.rotateKey(wish);
  },
};
