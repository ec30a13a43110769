import Sqlite from 'better-sqlite3';
import {expect, onTestFinished, test} from 'vitest';
import {migrate} from '../../../db/migrate.ts';
import {migrations} from '../../../db/migrations/list.ts';

test('the accounts of before keep what they could do, and the new roles can be given', () => {
  const client = new Sqlite(':memory:');
  onTestFinished(() => void client.close());
  migrate(client, migrations, () => 0, 6);
  client.exec(`
    INSERT INTO staff (id, surname, first_name, position_kk, position_ru, service_types)
      VALUES ('s', 'Оспанова', 'Әлия', 'маман', 'специалист', '[]');
    INSERT INTO account (id, name, role, staff_id, disabled) VALUES
      ('1', 'Басшы', 'head', NULL, 0), ('2', 'Маман', 'worker', 's', 0), ('3', 'Тексеруші', 'auditor', NULL, 1);
  `);
  const accounts = () => client.prepare('SELECT id, name, role, staff_id, disabled FROM account ORDER BY id').all();
  const before = accounts();
  migrate(client, migrations, () => 0, 7);
  expect(accounts()).toEqual(before);
  client.exec("UPDATE account SET role = 'registrar' WHERE id = '2'");
  expect(() => client.exec("UPDATE account SET role = 'king' WHERE id = '2'")).toThrow('account_role');
  expect(client.pragma('foreign_key_check')).toEqual([]);
});
