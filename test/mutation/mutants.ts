import {parseSync} from 'vite';
import {assert} from '../../domain/assert.ts';

/** What a careless hand could write instead: each mutant is one such change of one source, and some test is to fail by it. */
export interface Mutant {
  /** Places in the source, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly was: string;
  readonly becomes: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const operators: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
};

/** All mutants of a source. Texts of a `{kk, ru}` pair are left alone: a word is read by people, not by a test. */
export function mutantsOf(source: string): Mutant[] {
  const found: Mutant[] = [];
  const add = (start: number, end: number, becomes: string): void => {
    const line = source.slice(0, start).split('\n').length;
    found.push({start, end, line, was: source.slice(start, end), becomes});
  };
  walk(programOf(source), (node, parent) => {
    if (isOfPair(node, parent)) return false;
    switch (node.type) {
      case 'ImportDeclaration':
        return false;
      case 'TSAsExpression':
        // A closed list: the words about it are typed by it, and the compiler refuses another name.
        return !/^\[[^]*\] as const$/.test(source.slice(node.start, node.end));
      case 'IfStatement':
      case 'ConditionalExpression': {
        const {start, end} = node['test'] as Node;
        for (const becomes of ['true', 'false']) add(start, end, becomes);
        return true;
      }
      case 'BinaryExpression':
      case 'LogicalExpression': {
        const [left, right] = [node['left'] as Node, node['right'] as Node];
        const operator = node['operator'] as string;
        if (operator === '+' && [left, right].some(isWords)) return true;
        // Between the operands stand blanks, brackets and comments besides.
        const place = source.indexOf(operator, left.end);
        if (place >= right.start) return true;
        for (const becomes of operators[operator] ?? []) add(place, place + operator.length, becomes);
        return true;
      }
      case 'UnaryExpression':
        if (node['operator'] === '!') add(node.start, node.start + 1, '');
        return true;
      case 'Literal': {
        const {value} = node;
        if (typeof value === 'boolean') add(node.start, node.end, String(!value));
        if (typeof value === 'string' && value !== '') add(node.start, node.end, "''");
        return true;
      }
      case 'ExpressionStatement':
        if ((node['expression'] as Node).type !== 'Literal') add(node.start, node.end, ';');
        return true;
      case 'ReturnStatement':
        // `return undefined;` says the same as `return;`.
        if (node['argument'] !== null && !isUndefined(node['argument'] as Node)) add(node.start, node.end, 'return;');
        return true;
      default:
        return true;
    }
  });
  return found;
}

export function applied(source: string, {start, end, becomes}: Mutant): string {
  return source.slice(0, start) + becomes + source.slice(end);
}

/** No rule goes round so often, nor so long: dates of a century, letters of a name, rows of a table. */
const mostRounds = 100_000;
const longestLoop = 5_000;

/** The same source, where a loop that never ends throws. */
export function withGuardedLoops(source: string): string {
  const loops: {loop: Node; body: Node}[] = [];
  walk(programOf(source), node => {
    if (/^(For|ForOf|ForIn|While|DoWhile)Statement$/.test(node.type))
      loops.push({loop: node, body: node['body'] as Node});
    return true;
  });
  const edits = loops
    .flatMap(({loop, body}, index) => [
      {at: loop.start, put: `{ let round${index} = 0; const since${index} = Date.now(); `},
      {at: body.start, put: `{ if ((round${index} += 1) > ${mostRounds} || ${isLong(index)}) throw ${tooLong}; `},
      {at: body.end, put: ' }'},
      {at: loop.end, put: ' }'},
    ])
    .toSorted((one, other) => other.at - one.at);
  return edits.reduce((text, {at, put}) => text.slice(0, at) + put + text.slice(at), source);
}

const tooLong = `new Error('a loop that does not end')`;

function isLong(index: number): string {
  return `(round${index} % 1000 === 0 && Date.now() - since${index} > ${longestLoop})`;
}

function programOf(source: string): Node {
  const {program, errors} = parseSync('source.ts', source);
  assert(errors.length === 0, 'the source can be read');
  return program as unknown as Node;
}

/** One of two texts beside each other, the Kazakh and the Russian one: `text('Сақтау', 'Сохранить')`. */
function isOfPair(node: Node, parent: Node | null): boolean {
  if (parent?.type !== 'CallExpression') return false;
  const pair = (parent['arguments'] as Node[]).slice(0, 2);
  return pair.includes(node) && ((parent['callee'] as {name?: string}).name === 'text' || pair.every(isCyrillic));
}

function isCyrillic({value}: Node): boolean {
  return typeof value === 'string' && /\p{Script=Cyrillic}/u.test(value);
}

function isUndefined({type, name}: Node): boolean {
  return type === 'Identifier' && name === 'undefined';
}

function isWords({type, value}: Node): boolean {
  return type === 'TemplateLiteral' || typeof value === 'string';
}

type Enter = (node: Node, parent: Node | null) => boolean;

/** `enter` says whether to go inside. Types and the keys of properties are passed by. */
function walk(node: Node, enter: Enter, parent: Node | null = null): void {
  if (/^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(node.type) || !enter(node, parent)) return;
  for (const [key, inner] of Object.entries(node)) {
    if (key === 'typeAnnotation' || (key === 'key' && node['computed'] !== true)) continue;
    for (const each of Array.isArray(inner) ? inner : [inner]) if (isNode(each)) walk(each, enter, node);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
