import {SegmentedControl} from '@mantine/core';
import type {Language} from '../../domain/text.ts';
import {useText} from '../lib/language.tsx';
import {commonText} from '../text/common.ts';

/** Each language by its own name, in both languages of the screen. */
export function LanguageSwitch({size = 'xs'}: {size?: 'xs' | 'md'}) {
  const {language, setLanguage, t} = useText();
  return (
    <SegmentedControl<Language>
      size={size}
      aria-label={t(commonText.language)}
      data={[
        {value: 'kk', label: t(commonText.kazakh)},
        {value: 'ru', label: t(commonText.russian)},
      ]}
      value={language}
      onChange={setLanguage}
    />
  );
}
