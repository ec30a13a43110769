import {writtenIn} from '../../db/queries/typed-before.ts';
import {writtenBefore} from '../../domain/typed-before.ts';
import type {typedBeforeCalls} from '../contract/typed-before.ts';
import type {AreaHandlers} from './context.ts';

export const typedBeforeHandlers: AreaHandlers<typeof typedBeforeCalls> = {
  find({db}, {field, typed}) {
    return writtenBefore(writtenIn(db, field), typed, field === 'address');
  },
};
