import {demoAccounts} from '../../../electron/demo/set-up.ts';
import {frameText} from '../../../renderer/text/frame.ts';
import {signInText} from '../../../renderer/text/sign-in.ts';
import type {Camera} from '../camera.ts';

/** The locked door, and in. */
export async function tourDoor(camera: Camera): Promise<void> {
  const {page} = camera;
  const password = camera.field(signInText.password);
  await camera.field(signInText.who).waitFor();
  await camera.shoot('10-sign-in');
  await camera.part('10-sign-in-recovery', async () => {
    await camera.press(signInText.forgotten);
    await camera.shoot('10-sign-in-recovery');
    await camera.press(signInText.replaceAndEnter);
    await camera.shoot('10-sign-in-recovery-refused');
    await camera.press(signInText.backToPassword);
  });
  await password.fill('нәрсе');
  await camera.press(signInText.enter);
  await page.getByText(camera.say(signInText.wrong)).waitFor();
  await camera.shoot('10-sign-in-wrong');
  await signIn(camera);
}

export async function signIn(camera: Camera): Promise<void> {
  await camera.field(signInText.who).selectOption(demoAccounts.head.name);
  await camera.field(signInText.password).fill(demoAccounts.head.password);
  await camera.press(signInText.enter);
  await camera.button(frameText.today).waitFor();
}

/** Last: the wait grows with every wrong password. */
export async function tourWait(camera: Camera): Promise<void> {
  await camera.press(frameText.lock);
  const enter = camera.button(signInText.enter);
  await enter.waitFor();
  for (let tries = 0; tries < 8 && (await enter.isEnabled()); tries += 1) {
    await camera.field(signInText.password).fill(`нәрсе ${tries}`);
    await enter.click();
    await camera.settle();
  }
  await camera.shoot('90-sign-in-wait');
}
