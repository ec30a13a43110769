import {Box, Button, Group, Paper, Stack, Text as Words, Title, UnstyledButton} from '@mantine/core';
import {IconCheck} from '@tabler/icons-react';
import {useEffect, type ReactNode} from 'react';
import {openHelp} from '../../lib/help-state.ts';
import {useText} from '../../lib/language.tsx';
import {commonText} from '../../text/common.ts';
import {helpText} from '../../text/help.ts';
import {setupText} from '../../text/setup.ts';
import {LanguageSwitch} from '../../ui/language-switch.tsx';
import classes from './setup.module.css';
import {mayVisit, stepsAround, type Step} from './steps.ts';

/** The steps at the left, the question at the right. */
export function SetupFrame({
  step,
  reached,
  onVisit,
  children,
}: {
  step: Step;
  reached: Step;
  onVisit: (step: Step) => void;
  children: ReactNode;
}) {
  const {t} = useText();
  const title = t(setupText.stepNames[step]);
  const steps = stepsAround(step);
  const number = steps.indexOf(step) + 1;
  useEffect(() => {
    document.title = `${title} — ${t(commonText.productName)}`;
  }, [title, t]);
  return (
    <Box p="md" className={classes.page ?? ''}>
      <Group justify="space-between" mb="md" component="header">
        <Words fw={700} size="lg">
          {t(commonText.productName)}
        </Words>
        <Group gap="xs">
          <Button variant="default" size="xs" onClick={() => openHelp()}>
            {t(helpText.open)}
          </Button>
          <LanguageSwitch />
        </Group>
      </Group>
      <div className={classes.columns}>
        <nav aria-label={t(setupText.steps)}>
          <ol className={classes.steps}>
            {steps.map(each => (
              <li key={each}>
                <UnstyledButton
                  className={classes.step ?? ''}
                  disabled={!mayVisit(each, reached)}
                  data-here={each === step || undefined}
                  data-done={steps.indexOf(each) < steps.indexOf(reached) || undefined}
                  aria-current={each === step ? 'step' : undefined}
                  onClick={() => onVisit(each)}
                >
                  <span className={classes.mark} aria-hidden>
                    {steps.indexOf(each) < steps.indexOf(reached) ? <IconCheck size={14} /> : steps.indexOf(each) + 1}
                  </span>
                  {t(setupText.stepNames[each])}
                </UnstyledButton>
              </li>
            ))}
          </ol>
        </nav>
        <Paper component="main" withBorder p="xl" className={classes.main ?? ''}>
          <Stack gap="md">
            <div>
              <Words size="sm" c="dimmed">
                {t(setupText.step(number, steps.length))}
              </Words>
              <Title order={1} size="h3">
                {title}
              </Title>
            </div>
            {children}
          </Stack>
        </Paper>
      </div>
    </Box>
  );
}
