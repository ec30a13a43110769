import {serviceTypeNames} from '../../../domain/vocabulary.ts';
import {paths} from '../../../renderer/lib/paths.ts';
import {formText} from '../../../renderer/text/form.ts';
import {monitoringText} from '../../../renderer/text/monitoring.ts';
import {planText} from '../../../renderer/text/plan.ts';
import type {Camera} from '../camera.ts';
import type {Subjects} from '../furnish.ts';

/** The life of a plan, and its monitoring. */
export async function tourPlan(camera: Camera, subjects: Subjects): Promise<void> {
  const {page} = camera;
  const {inForce, draft, filled, revised, openRound, closedRound} = subjects;
  await camera.part('30-plan-new', async () => {
    await camera.visit(paths.newPlan((subjects.withoutPlan ?? subjects.full).id));
    await camera.shoot('30-plan-new');
    await camera.press(planText.createEmpty);
    await camera.button(planText.markFilled).waitFor();
    await camera.shoot('30-plan-empty');
    await camera.press(planText.addMeasureTo(serviceTypeNames.everyday));
    await camera.shoot('30-plan-measure');
    await camera.press(planText.markFilled);
    await camera.shoot('30-plan-fill');
    await camera.press(planText.markFilled, page.getByRole('dialog'));
    await camera.shoot('30-plan-issues');
    await page.keyboard.press('Escape');
  });
  for (const [name, plan] of Object.entries({draft, filled, revised})) {
    if (!plan) continue;
    await camera.part(`31-plan-${name}`, async () => {
      await camera.visit(paths.plan(plan.recipientId, plan.planId));
      await camera.shoot(`31-plan-${name}`);
    });
  }
  if (filled) {
    await camera.part('31-plan-approve', async () => {
      await camera.visit(paths.plan(filled.recipientId, filled.planId));
      await camera.press(planText.approve);
      await camera.shoot('31-plan-approve');
      await camera.escape();
    });
  }
  await camera.part('32-plan', async () => {
    await camera.visit(paths.plan(inForce.recipientId, inForce.planId));
    await camera.shoot('32-plan-in-force');
    await camera.press(planText.end);
    await camera.shoot('32-plan-end');
    await camera.escape();
  });
  await camera.part('40-rounds', async () => {
    await camera.visit(paths.rounds(closedRound.recipientId, closedRound.planId));
    await camera.shoot('40-rounds');
    await camera.visit(paths.round(closedRound.recipientId, closedRound.planId, closedRound.roundId));
    await camera.shoot('41-round-closed');
  });
  await camera.part('42-round', async () => {
    if (openRound) await camera.visit(paths.round(openRound.recipientId, openRound.planId, openRound.roundId));
    else {
      await camera.visit(paths.rounds(inForce.recipientId, inForce.planId));
      await camera.press(monitoringText.begin);
    }
    await camera.button(monitoringText.close).waitFor();
    await camera.shoot('42-round-open');
    for (const chip of [monitoringText.statePositive, monitoringText.correctsPlan]) {
      await page.getByText(camera.say(chip), {exact: true}).first().click();
    }
    await camera.shoot('42-round-marked');
    await camera.press(monitoringText.close);
    await camera.shoot('42-round-close');
    await page.keyboard.press('Escape');
    await camera.press(monitoringText.discard);
    await camera.shoot('42-round-discard');
    await camera.press(formText.cancel, page.getByRole('dialog'));
  });
  await camera.part('43-rounds-empty', async () => {
    const unapproved = draft ?? filled;
    if (!unapproved) return;
    await camera.visit(paths.rounds(unapproved.recipientId, unapproved.planId));
    await camera.shoot('43-rounds-not-approved');
  });
  await camera.part('44-plan-revision', async () => {
    await camera.visit(paths.plan(inForce.recipientId, inForce.planId));
    await camera.press(planText.revise);
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').nth(1).check();
    await camera.shoot('44-plan-revise');
    await camera.press(planText.openRevision, dialog);
    await camera.button(planText.markFilled).waitFor();
    await camera.shoot('44-plan-revision');
  });
}
