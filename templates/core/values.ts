import type {PersonName} from '../../domain/person.ts';
import type {Text} from '../../domain/text.ts';
import type {Edition, Field, Fields} from './edition.ts';

/** Two ISO dates; the last day is included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The value of one field. Dates are ISO strings; a table holds the rows that have answers. */
type ValueOf<F extends Field> = F extends {type: 'text' | 'date'}
  ? string
  : F extends {type: 'bilingual'}
    ? Text
    : F extends {type: 'period'}
      ? F extends {need: 'never'}
        ? Partial<Period>
        : Period
      : F extends {type: 'person'}
        ? PersonName
        : F extends {type: 'integer'}
          ? number
          : F extends {type: 'flag'}
            ? boolean
            : F extends {type: 'choice'; options: infer Options}
              ? keyof Options & string
              : F extends {type: 'choices'; options: infer Options}
                ? readonly (keyof Options & string)[]
                : F extends {type: 'group'; fields: infer Inner extends Fields}
                  ? ValuesOf<Inner>
                  : F extends {type: 'list'; fields: infer Inner extends Fields}
                    ? readonly ValuesOf<Inner>[]
                    : F extends {type: 'table'; rows: infer Rows; fields: infer Inner extends Fields}
                      ? {readonly [Row in keyof Rows & string]?: ValuesOf<Inner>}
                      : never;

type Needed<Fs extends Fields> = {
  [Key in keyof Fs]: Fs[Key] extends {need: 'always'} ? Key : never;
}[keyof Fs];

type Flat<T> = {[Key in keyof T]: T[Key]};

type ValuesOf<Fs extends Fields> = Flat<
  {readonly [Key in Needed<Fs>]: ValueOf<Fs[Key]>} & {
    readonly [Key in Exclude<keyof Fs, Needed<Fs>>]?: ValueOf<Fs[Key]> | undefined;
  }
>;

/** The answers of an approved paper: complete by itself, JSON, frozen. */
export type PaperOf<E extends Edition> = ValuesOf<E['fields']>;

type Loose<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : {readonly [Key in keyof T]?: Loose<T[Key]> | undefined};

/** The answers of a draft: everything may be missing. */
export type DraftOf<E extends Edition> = Loose<PaperOf<E>>;

/** A draft with every field of the form named, answered or not: whoever gathers the answers cannot forget one. */
export type GatheredOf<E extends Edition> = {
  readonly [Key in keyof E['fields']]: Key extends keyof DraftOf<E> ? DraftOf<E>[Key] | undefined : never;
};
