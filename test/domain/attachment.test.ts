import {expect, test} from 'vitest';
import {attachmentEndings, attachmentTypeOf, attachmentTypes, largestAttachment} from '../../domain/attachment.ts';

test.each<[why: string, start: string, type: string | undefined]>([
  ['a picture of a camera', '\u00ff\u00d8\u00ff\u00e0', 'image/jpeg'],
  ['a scan', '%PDF-1.7', 'application/pdf'],
  ['a picture of a screen', '\u0089PNG\r\n\u001a\n....', 'image/png'],
  ['a file of Word', 'PK\u0003\u0004', undefined],
  ['a name that is not enough', '%PDF', undefined],
  ['nothing', '', undefined],
])('what the bytes say: %s', (_, start, type) => {
  expect(attachmentTypeOf(Buffer.from(start, 'latin1'))).toBe(type);
});

test('each type has its ending, and the largest is 20 MiB', () => {
  expect(attachmentTypes.map(type => attachmentEndings[type])).toEqual(['jpg', 'png', 'pdf']);
  expect(largestAttachment).toBe(20_971_520);
});
