import {Button, Stack, Text as Words} from '@mantine/core';
import {languages} from '../../../domain/text.ts';
import {useText} from '../../lib/language.tsx';
import {commonText} from '../../text/common.ts';
import {setupText} from '../../text/setup.ts';
import {Door} from '../../ui/door.tsx';

const names = {kk: commonText.kazakh.kk, ru: commonText.russian.ru};

/** The very first question, asked in both languages: nobody has chosen yet. */
export function LanguageStep({onChosen}: {onChosen: () => void}) {
  const {setLanguage} = useText();
  return (
    <Door title={`${setupText.chooseLanguage.kk} / ${setupText.chooseLanguage.ru}`}>
      <Words size="sm" lang="kk">
        {setupText.chooseLanguageWhat.kk}
      </Words>
      <Words size="sm" lang="ru">
        {setupText.chooseLanguageWhat.ru}
      </Words>
      <Stack gap="xs">
        {languages.map(language => (
          <Button
            key={language}
            lang={language}
            size="md"
            variant={language === 'kk' ? 'filled' : 'default'}
            autoFocus={language === 'kk'}
            onClick={() => {
              setLanguage(language);
              onChosen();
            }}
          >
            {names[language]}
          </Button>
        ))}
      </Stack>
    </Door>
  );
}
