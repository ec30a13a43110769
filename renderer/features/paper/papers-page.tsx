import {formNames} from '../../../domain/record-value-words.ts';
import {Paper, SimpleGrid, Stack, Text as Words} from '@mantine/core';
import {Link} from 'wouter';
import {paperForms} from '../../../electron/contract/paper.ts';
import {editionFor} from '../../../templates/editions/editions.ts';
import {today} from '../../lib/clock.ts';
import {focusSoon} from '../../lib/focus-soon.ts';
import {useText} from '../../lib/language.tsx';
import {paths} from '../../lib/paths.ts';
import {paperText} from '../../text/paper.ts';
import {Page} from '../../ui/page.tsx';
import './paper.css';

/** The order's empty forms, to print and fill by hand. */
export function PapersPage() {
  const {t} = useText();
  return (
    <Page title={t(paperText.blankForms)}>
      <Words>{t(paperText.blankFormsWhat)}</Words>
      <SimpleGrid cols={{base: 1, sm: 2}} spacing="md">
        {paperForms.map((form, index) => (
          <Paper
            key={form}
            component={Link}
            href={paths.paper({kind: 'blank', form})}
            withBorder
            p="md"
            className="paper-card"
            ref={index === 0 ? focusSoon : undefined}
          >
            <Stack gap={4}>
              <Words fw={600}>{t(formNames[form])}</Words>
              <Words size="sm" c="dimmed">
                {t(editionFor(form, today()).title)}
              </Words>
            </Stack>
          </Paper>
        ))}
      </SimpleGrid>
    </Page>
  );
}
