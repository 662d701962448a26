import type { Account } from './account.js';

/** Counters for an operator's monitoring; what was asked is not kept. */
export interface Metrics {
  observe(account: Account): void;
  /** The counters in Prometheus' text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 10];

/** Makes the counters. prom-client is loaded here, so that a bot without a health port goes without it. */
export async function createMetrics(): Promise<Metrics> {
  const { Counter, collectDefaultMetrics, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const handled = new Counter({
    name: 'il32_bot_interactions_total',
    help: 'Interactions and messages dealt with, by command and outcome',
    labelNames: ['kind', 'command', 'outcome', 'shard'],
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'il32_bot_answer_seconds',
    help: 'Time from the arrival of an interaction or message to the end of its answer',
    labelNames: ['kind', 'command'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    observe({ kind, command, outcome, shard, ms }) {
      handled.inc({ kind, command, outcome, shard: String(shard) });
      duration.observe({ kind, command }, ms / 1000);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
