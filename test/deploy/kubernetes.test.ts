import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { BOT_TIMING } from '../../src/bot/bot.js';
import { readConfig } from '../../src/config.js';
import { read, readStages, textOf } from './files.js';

const POD_INDEX = "metadata.labels['apps.kubernetes.io/pod-index']";
const HEALTH_CHECK = { exec: { command: ['node', 'deploy/health-check.mjs'] } };

const variable = z.union([
  z.strictObject({ name: z.string(), value: z.string() }),
  z.strictObject({
    name: z.string(),
    valueFrom: z.union([
      z.strictObject({ secretKeyRef: z.strictObject({ name: z.string(), key: z.string() }) }),
      z.strictObject({ fieldRef: z.strictObject({ fieldPath: z.string() }) }),
    ]),
  }),
]);

const container = z.object({
  env: z.array(variable),
  securityContext: z.unknown(),
  readinessProbe: z.unknown(),
  livenessProbe: z.object({ periodSeconds: z.number(), failureThreshold: z.number() }).loose(),
});

const labels = z.record(z.string(), z.string());

const statefulSet = z.object({
  kind: z.literal('StatefulSet'),
  spec: z.object({
    serviceName: z.string(),
    replicas: z.int().positive(),
    podManagementPolicy: z.string(),
    minReadySeconds: z.number(),
    selector: z.object({ matchLabels: labels }),
    template: z.object({
      metadata: z.object({ labels }),
      spec: z.object({
        terminationGracePeriodSeconds: z.number(),
        securityContext: z.unknown(),
        containers: z.tuple([container]),
      }),
    }),
  }),
});

const documents = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => {
  expect(document.errors).toEqual([]);
  return z
    .object({ kind: z.string(), metadata: z.object({ name: z.string() }) })
    .loose()
    .parse(document.toJS());
});

const { spec } = statefulSet.parse(documents.find(({ kind }) => kind === 'StatefulSet'));
const pod = spec.template.spec;
const [bot] = pod.containers;

/** The environment of one pod, as Kubernetes would set it. */
function environmentOf(ordinal: number): Record<string, string> {
  return Object.fromEntries(
    bot.env.map((each) => {
      if ('value' in each) return [each.name, each.value];
      if ('secretKeyRef' in each.valueFrom) return [each.name, 'token-from-the-secret'];
      expect(each.valueFrom.fieldRef.fieldPath).toBe(POD_INDEX);
      return [each.name, String(ordinal)];
    }),
  );
}

describe('the Kubernetes example', () => {
  it('has a service, the pods and who may talk to them', () => {
    expect(documents.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
      'Service il32-bot',
      'StatefulSet il32-bot',
      'NetworkPolicy il32-bot',
    ]);
    expect(spec.serviceName).toBe('il32-bot');
    expect(spec.template.metadata.labels).toEqual(spec.selector.matchLabels);
  });

  it('gives every shard to exactly one pod', () => {
    const plans = Array.from(
      { length: spec.replicas },
      (_, ordinal) => readConfig(environmentOf(ordinal)).shards,
    );
    expect(plans).toEqual(
      Array.from({ length: spec.replicas }, (_, ordinal) => ({ ids: [ordinal], count: spec.replicas })),
    );
  });

  it('takes the token from the secret that docs/deploy.md makes', () => {
    const token = bot.env.find(({ name }) => name === 'DISCORD_TOKEN');
    expect(token).toEqual({
      name: 'DISCORD_TOKEN',
      valueFrom: { secretKeyRef: { name: 'il32-bot', key: 'token' } },
    });
    expect(read('docs/deploy.md')).toContain('kubectl create secret generic il32-bot --from-file=token=');
  });

  it('starts pods one after the other, further apart than Discord asks for', () => {
    expect(spec.podManagementPolicy).toBe('OrderedReady');
    expect(spec.minReadySeconds).toBeGreaterThan(5);
  });

  it('probes health from inside, and is patient before it kills', () => {
    expect(bot.readinessProbe).toMatchObject(HEALTH_CHECK);
    expect(bot.livenessProbe).toMatchObject(HEALTH_CHECK);
    expect(bot.livenessProbe.periodSeconds * bot.livenessProbe.failureThreshold).toBe(15 * 60);
    expect(readConfig(environmentOf(0)).healthPort).toBe(9464);
  });

  it('runs as the user of the image, without rights, on a read-only file system', () => {
    const [, image = []] = readStages(read('Dockerfile'));
    expect(textOf(image, 'USER')).toBe('1000:1000');
    expect(pod.securityContext).toEqual({
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(bot.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('waits longer than the bot needs to finish', () => {
    expect(pod.terminationGracePeriodSeconds * 1000).toBeGreaterThan(BOT_TIMING.finish + BOT_TIMING.goodbye);
  });
});
