import {fullName} from '../../../domain/person.ts';
import {paths} from '../../../renderer/lib/paths.ts';
import {connectText} from '../../../renderer/text/connect.ts';
import {conflictText, heldText} from '../../../renderer/text/exchange-held.ts';
import {exchangeText} from '../../../renderer/text/exchange.ts';
import type {Camera} from '../camera.ts';
import type {Subjects} from '../furnish.ts';
import {conflicts, connected, doubledNumbers, held, states} from '../made-exchange.ts';

/** The exchange: what a fresh installation shows, then states that one would wait months for. */
export async function tourExchange(camera: Camera, {full}: Subjects): Promise<void> {
  await camera.part('78-exchange-ways', async () => {
    await camera.visit(paths.settings('exchange'));
    await camera.shoot('78-exchange-ways');
    await camera.press(exchangeText.addRegistry);
    await camera.press(connectText.more);
    await camera.shoot('78-exchange-registry');
    await camera.escape();
    await camera.press(exchangeText.addPc);
    await camera.field(connectText.pcName).fill('2-кабинет');
    await camera.shoot('78-exchange-cards');
    await camera.escape();
  });
  for (const [name, state] of Object.entries(states)) {
    await camera.part(name, async () => {
      await answer(camera, 'state', state);
      await camera.visit(paths.settings('exchange'));
      await camera.shoot(name);
    });
  }
  await answer(camera, 'state', connected);
  await camera.part('79-exchange-stick', async () => {
    await camera.visit(paths.exchangeByStick());
    await camera.shoot('79-exchange-stick');
    await camera.page.getByRole('radio', {name: camera.say(exchangeText.otherFolder)}).check();
    await camera.press(exchangeText.begin);
    await camera.shoot('79-exchange-stick-refused');
    await camera.escape();
  });
  await camera.part('79-exchange-leave', async () => {
    await camera.visit(paths.settings('exchange'));
    await camera.page
      .getByRole('button', {name: camera.say(exchangeText.leave)})
      .first()
      .click();
    await camera.shoot('79-exchange-leave');
    await camera.escape();
  });
  await answer(camera, 'conflicts', {conflicts: conflicts(full.id, fullName(full.name))});
  await answer(camera, 'doubled', {numbers: doubledNumbers(full.id, fullName(full.name))}, 'numbering');
  await answer(camera, 'held', held);
  await answer(camera, 'recordState', {state: 'saved'});
  await camera.part('79-conflicts', async () => {
    await camera.visit(paths.exchangeConflicts());
    await camera.page.getByText(camera.say(conflictText.what)).waitFor();
    await camera.shoot('79-conflicts');
  });
  await camera.part('79-held', async () => {
    await camera.visit(paths.exchangeHeld());
    await camera.shoot('79-held');
    await camera.press(heldText.approve);
    await camera.shoot('79-held-approve');
    await camera.escape();
  });
  await camera.part('79-person-with-conflicts', async () => {
    await camera.visit(paths.recipient(full.id));
    await camera.shoot('79-person-with-conflicts');
  });
  await camera.page.unrouteAll({behavior: 'ignoreErrors'});
  await camera.page.reload();
}

/** From now on the screen hears this, whatever the main side would say; it asks anew. */
async function answer(camera: Camera, call: string, value: unknown, area = 'exchange'): Promise<void> {
  await camera.page.unroute(`**/call/${area}/${call}`);
  await camera.page.route(`**/call/${area}/${call}`, route => route.fulfill({json: {ok: true, value}}));
  await camera.page.reload();
  await camera.page.locator('#main').waitFor();
}
