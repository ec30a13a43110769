import {createContext, useContext, useEffect, useMemo, type ReactNode} from 'react';
import type {Language, Text} from '../../domain/text.ts';

interface LanguageChoice {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** The words in the language of the screen. */
  readonly t: (words: Text) => string;
}

const LanguageContext = createContext<LanguageChoice | null>(null);

/** Nothing below is mounted anew when the language changes: what is typed stays. */
export function LanguageProvider({
  language,
  setLanguage,
  children,
}: {
  language: Language;
  setLanguage: (language: Language) => void;
  children: ReactNode;
}) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(() => ({language, setLanguage, t: (words: Text) => words[language]}), [language, setLanguage]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** Below it, other words stand where these stand; the same object, not one that says the same. */
export function WordsInstead({words, children}: {words: ReadonlyMap<Text, Text>; children: ReactNode}) {
  const choice = useText();
  const instead = useMemo(() => ({...choice, t: (said: Text) => choice.t(words.get(said) ?? said)}), [choice, words]);
  return <LanguageContext value={words.size === 0 ? choice : instead}>{children}</LanguageContext>;
}

export function useText(): LanguageChoice {
  const choice = useContext(LanguageContext);
  if (!choice) throw new Error('useText stands outside of LanguageProvider');
  return choice;
}
