import type { Written } from './resource';
import type { Span } from './span';

/** What a file says of how Kafka is watched: queries, what is scraped, what an exporter makes of Kafka's MBeans. */
export interface Monitoring {
  readonly queries: readonly Query[];
  /** What Prometheus scrapes by this file; empty where it says nothing of that. */
  readonly jobs: readonly ScrapeJob[];
  /** The names that recording rules of the file define. */
  readonly recorded: readonly string[];
  readonly exporter?: Exporter;
  /** Targets or series come from elsewhere too: from files, from an operator, from another Prometheus. */
  readonly discovers: boolean;
}

/** A PromQL expression of an alert, a recording rule or a dashboard. */
export interface Query {
  readonly use: 'alert' | 'record' | 'panel';
  /** The alert, the recorded metric, the panel's title; empty where it has none. */
  readonly name: string;
  readonly nameSpan: Span;
  /** The key and the expression. */
  readonly span: Span;
  readonly text: string;
  /** How text is written where it stands. */
  readonly quoting: Quoting;
  readonly selectors: readonly Selector[];
  /** Since when it must hold before the alert fires, in seconds. */
  readonly wait?: Written<number>;
}

export type Quoting = 'none' | 'single' | 'double';

/** A metric with labels. */
export interface Selector {
  /** Empty where it is not named, or its name is a variable's. */
  readonly metric: string;
  readonly metricSpan: Span;
  readonly span: Span;
  readonly matchers: readonly Matcher[];
  /** `[5m]`, in seconds; of a variable it is unknown. */
  readonly window?: Written<number>;
  /** The functions and aggregations that it is an argument of, from inside out. */
  readonly within: readonly { readonly name: string; readonly span: Span; readonly nameSpan: Span }[];
  /** What the value is compared with, where that is a number. */
  readonly compared?: { readonly operator: string; readonly number: number };
  /** It is paired by its labels with another vector: by arithmetic, `and`, `unless`. */
  readonly isPaired: boolean;
}

export interface Matcher {
  readonly label: string;
  readonly operator: string;
  readonly value: string;
  /** Without its quotes. */
  readonly valueSpan: Span;
}

export interface ScrapeJob {
  readonly name: string;
  readonly span: Span;
  /** In seconds; the file's own interval, or Prometheus's, where the job has none. */
  readonly interval: number;
  readonly targets: readonly ScrapeTarget[];
  /** Its targets are not all in the file. */
  readonly discovers: boolean;
  /** What it scrapes may have the label of another job. */
  readonly relabels: boolean;
}

export interface ScrapeTarget {
  readonly host: string;
  readonly port: number | undefined;
  readonly span: Span;
  readonly quoting: Quoting;
}

/** The configuration of the JMX exporter. */
export interface Exporter {
  readonly span: Span;
  readonly anchor: Span;
  readonly lowercaseOutputName: boolean;
  readonly rules: readonly ExportRule[];
  readonly included?: readonly string[];
  readonly excluded: readonly string[];
  /** Seconds, with the whole pair. */
  readonly startDelay?: Written<number>;
}

export interface ExportRule {
  readonly pattern?: string;
  readonly name?: string;
  readonly hasValue: boolean;
  /** Of the pattern, or else of the rule. */
  readonly span: Span;
  readonly whole: Span;
}
