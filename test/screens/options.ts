import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {languages, type Language} from '../../domain/text.ts';
import {organisationTypes, type OrganisationType} from '../../domain/vocabulary.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A window, and how much it shows. */
export interface View {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Per cent: at 150 the window shows two thirds as much. */
  readonly zoom: number;
}

/** An old office PC and a newer one, as they come and for weak eyes. */
const everywhere: readonly View[] = [
  {width: 1366, height: 768, zoom: 100},
  {width: 1366, height: 768, zoom: 150},
  {width: 1920, height: 1080, zoom: 100},
  {width: 1920, height: 1080, zoom: 150},
];

export interface Options {
  readonly out: string;
  /** One after the other, each with each. */
  readonly languages: readonly Language[];
  readonly schemes: readonly Scheme[];
  readonly views: readonly View[];
  readonly type: OrganisationType;
  /** With the few colours of the system, as its high contrast draws. */
  readonly contrast: boolean;
  /** Only pictures whose name begins so. */
  readonly only: string;
}

const usage = `npm run screens -- --out DIR [options]
  --out DIR          where the pictures go, one folder for each language and scheme
  --language L       ${languages.join(' or ')}; both by default
  --scheme S         ${schemes.join(' or ')}; both by default
  --size WxH         the window, 1366x768 by default
  --zoom N           per cent, 100 by default
  --everywhere       1366x768 and 1920x1080, each at 100 and 150 per cent, instead of one size and zoom
  --contrast         with the colours of the system's high contrast
  --type T           ${organisationTypes.join(', ')}
  --only BEGINNING   only pictures whose name begins so, such as 12-journal`;

/** The options, or how to use the command. */
export function readOptions(args: readonly string[]): Options | string {
  const string = {type: 'string'} as const;
  const options = {
    out: string,
    language: string,
    scheme: string,
    size: string,
    zoom: string,
    type: string,
    only: string,
    contrast: {type: 'boolean'},
    everywhere: {type: 'boolean'},
  } as const;
  try {
    const {values} = parseArgs({args: [...args], options});
    const size = /^(\d{3,4})x(\d{3,4})$/.exec(values.size ?? '1366x768');
    const zoom = Number(values.zoom ?? '100');
    const type = organisationTypes.find(each => each === (values.type ?? 'temporary-stay'));
    const chosen = {languages: choose(languages, values.language), schemes: choose(schemes, values.scheme)};
    if (values.out === undefined || !size || !(zoom >= 50 && zoom <= 400) || type === undefined) return usage;
    if (chosen.languages.length === 0 || chosen.schemes.length === 0) return usage;
    const [, width, height] = size.map(Number);
    if (width === undefined || height === undefined) return usage;
    return {
      out: resolve(values.out),
      ...chosen,
      views: values.everywhere === true ? everywhere : [{width, height, zoom}],
      type,
      contrast: values.contrast ?? false,
      only: values.only ?? '',
    };
  } catch {
    return usage;
  }
}

function choose<T extends string>(all: readonly T[], wanted: string | undefined): readonly T[] {
  return wanted === undefined ? all : all.filter(each => each === wanted);
}
