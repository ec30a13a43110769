import type {contract} from '../contract/contract.ts';
import type {Handlers} from './context.ts';
import {draftHandlers} from './draft.ts';
import {facilityHandlers} from './facility.ts';
import {fileHandlers} from './file.ts';
import {journalHandlers} from './journal.ts';
import {monitoringHandlers} from './monitoring.ts';
import {paperHandlers} from './paper.ts';
import {planHandlers} from './plan.ts';
import {recipientHandlers} from './recipient.ts';
import {sessionHandlers} from './session.ts';
import {todayHandlers} from './today.ts';

/** An answer to everything that the contract asks. */
export const handlers: Handlers<typeof contract> = {
  session: sessionHandlers,
  facility: facilityHandlers,
  today: todayHandlers,
  journal: journalHandlers,
  recipient: recipientHandlers,
  file: fileHandlers,
  plan: planHandlers,
  monitoring: monitoringHandlers,
  paper: paperHandlers,
  draft: draftHandlers,
};
