import {expect, test} from 'vitest';
import {accountRoles, may, rights, type AccountRole, type Right} from '../../domain/roles.ts';

/** Who besides the head, who may do everything. */
const others: Record<Right, AccountRole[]> = {
  'records': ['worker', 'consultant', 'psychologist', 'medical', 'specialist', 'registrar', 'auditor'],
  'diagnosis': ['worker', 'consultant', 'psychologist', 'medical', 'specialist', 'auditor'],
  'ethnicity': ['worker', 'auditor'],
  'journal': ['worker', 'registrar'],
  'person': ['worker', 'medical', 'registrar'],
  'file': ['worker'],
  'plan': ['worker', 'consultant'],
  'own-services': ['worker', 'consultant', 'psychologist', 'medical', 'specialist'],
  'approve': [],
  'papers': ['worker', 'consultant', 'psychologist', 'medical', 'specialist', 'registrar'],
  'export': ['worker', 'registrar'],
  'export-all': [],
  'person-copy': ['worker'],
  'organisation': ['administrator'],
  'terms': [],
  'accounts': ['administrator'],
  'keys': [],
  'exchange': ['worker', 'consultant', 'psychologist', 'medical', 'specialist', 'registrar', 'administrator'],
  'conflicts': ['worker'],
  'connection': ['administrator'],
  'backup': ['administrator'],
  'update': ['administrator'],
  'audit': ['auditor'],
  'erase': [],
};

test.each(rights)('%s', right => {
  expect(accountRoles.filter(role => may(role, right))).toEqual(['head', ...others[right]]);
});
