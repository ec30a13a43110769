/** The three kinds of Prometheus, and its text format 0.0.4. Values of labels come from closed sets: never from what was sent. */

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly suffix: string;
  readonly labels: Labels;
  readonly value: number;
}

export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): Iterable<Sample>;
}

export class Counter<Label extends string = never> implements Metric {
  readonly type = 'counter';
  readonly name: string;
  readonly help: string;
  readonly #counts = new Map<string, {labels: Labels; value: number}>();

  constructor(name: string, help: string) {
    this.name = name;
    this.help = help;
  }

  add(labels: Readonly<Record<Label, string>>, by = 1): void {
    const key = keyOf(labels);
    const counted = this.#counts.get(key);
    if (counted === undefined) this.#counts.set(key, {labels, value: by});
    else counted.value += by;
  }

  *samples(): Generator<Sample> {
    for (const each of this.#counts.values()) yield {suffix: '', ...each};
  }
}

/** What is read at the moment when it is asked for: so many by their labels. */
export function gauge(
  name: string,
  help: string,
  read: () => number | readonly (readonly [Labels, number])[],
  type: 'gauge' | 'counter' = 'gauge',
): Metric {
  return {
    name,
    help,
    type,
    samples() {
      const now = read();
      const all = typeof now === 'number' ? [[{}, now] as const] : now;
      return all.map(([labels, value]) => ({suffix: '', labels, value}));
    },
  };
}

export class Histogram<Label extends string = never> implements Metric {
  readonly type = 'histogram';
  readonly name: string;
  readonly help: string;
  readonly #bounds: readonly number[];
  readonly #series = new Map<string, {labels: Labels; within: number[]; count: number; sum: number}>();

  /** `bounds`: upper ends of the buckets, rising. */
  constructor(name: string, help: string, bounds: readonly number[]) {
    this.name = name;
    this.help = help;
    this.#bounds = bounds;
  }

  observe(labels: Readonly<Record<Label, string>>, value: number): void {
    const key = keyOf(labels);
    const series = this.#series.get(key) ?? {labels, within: this.#bounds.map(() => 0), count: 0, sum: 0};
    this.#series.set(key, series);
    this.#bounds.forEach((bound, place) => {
      if (value <= bound) series.within[place] = (series.within[place] ?? 0) + 1;
    });
    series.count += 1;
    series.sum += value;
  }

  *samples(): Generator<Sample> {
    for (const {labels, within, count, sum} of this.#series.values()) {
      for (const [place, bound] of this.#bounds.entries()) {
        yield {suffix: '_bucket', labels: {...labels, le: String(bound)}, value: within[place] ?? 0};
      }
      yield {suffix: '_bucket', labels: {...labels, le: '+Inf'}, value: count};
      yield {suffix: '_sum', labels, value: sum};
      yield {suffix: '_count', labels, value: count};
    }
  }
}

export const prometheusType = 'text/plain; version=0.0.4; charset=utf-8';

export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .flatMap(metric => [
      `# HELP ${metric.name} ${metric.help}`,
      `# TYPE ${metric.name} ${metric.type}`,
      ...Array.from(metric.samples(), ({suffix, labels, value}) => `${metric.name}${suffix}${braced(labels)} ${value}`),
      '',
    ])
    .join('\n');
}

function braced(labels: Labels): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}="${value.replace(/["\\\n]/g, '_')}"`);
  return all.length === 0 ? '' : `{${all.join(',')}}`;
}

function keyOf(labels: Labels): string {
  return Object.values(labels).join('\n');
}
