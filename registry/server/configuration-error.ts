import type {Text} from '../../domain/text.ts';

/** Said to whoever starts the registry, in both languages; then it ends. */
export class ConfigurationError extends Error {
  readonly words: Text;

  constructor(words: Text) {
    super(words.ru);
    this.name = 'ConfigurationError';
    this.words = words;
  }
}
