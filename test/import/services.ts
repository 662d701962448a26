import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { ServiceUrls } from '../../src/import/gather.js';
import { loopback } from './loopback.js';
import { CXCL8, IL32, PAPERS, TP53 } from './payloads.js';

/** How a service answers: what it has, or something else instead. */
export type Behaviour = (response: ServerResponse, count: number) => boolean;

export interface Services {
  readonly urls: ServiceUrls;
  /** what was asked, in order: "mygene q=...", "datasets /gene/id/...", "ctxp 1,2" */
  readonly asked: string[];
  readonly userAgents: (string | undefined)[];
}

const GENES = [TP53, IL32, CXCL8];

/** Starts all three services on this machine. A behaviour that returns false leaves the request to the service itself. */
export async function startServices(
  behaviours: Partial<Record<keyof ServiceUrls, Behaviour>> = {},
): Promise<Services> {
  const asked: string[] = [];
  const userAgents: (string | undefined)[] = [];
  const counts: Record<keyof ServiceUrls, number> = { mygene: 0, datasets: 0, ctxp: 0 };
  const server = await loopback((request, response) => {
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, service = '', ...rest] = (request.url ?? '').split('/');
    const key = (Object.keys(counts) as (keyof ServiceUrls)[]).find((each) => each === service);
    if (key === undefined) return void response.writeHead(404).end();
    const body = await text(request);
    counts[key] += 1;
    userAgents.push(request.headers['user-agent']);
    if (key === 'mygene') asked.push(`mygene ${body}`);
    else asked.push(`${key} ${rest.join('/')}`);
    if (behaviours[key]?.(response, counts[key]) === true) return;
    sendJson(
      response,
      { mygene: () => myGene(body), datasets: () => datasets(rest), ctxp: () => ctxp(rest) }[key](),
    );
  }
  const base = (service: string): string => `${server.url}/${service}`;
  return {
    asked,
    userAgents,
    urls: { mygene: base('mygene'), datasets: base('datasets'), ctxp: base('ctxp') },
  };
}

export function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(value));
}

function myGene(body: string): unknown {
  const form = new URLSearchParams(body);
  const hits = GENES.flatMap(({ mygene }) => mygene) as Record<string, unknown>[];
  return (form.get('q') ?? '').split(',').flatMap((term) => {
    const found = hits.filter((hit) =>
      ['query', 'symbol', 'entrezgene'].some(
        (field) => String(hit[field]).toLowerCase() === term.toLowerCase(),
      ),
    );
    return found.length > 0
      ? found.map((hit) => ({ ...hit, query: term }))
      : [{ query: term, notfound: true }];
  });
}

function datasets(path: readonly string[]): unknown {
  const id = path[2] ?? '';
  return GENES.find(({ mygene }) =>
    mygene.some((hit) => 'entrezgene' in hit && String(hit.entrezgene) === id),
  )?.datasets;
}

/** One paper as an object, several as a list; unknown ones are left out. */
function ctxp(path: readonly string[]): unknown {
  const wanted = new URLSearchParams(path.join('/').replace(/^\?/u, '')).get('id')?.split(',') ?? [];
  const found = PAPERS.filter(({ PMID }) => wanted.includes(PMID));
  return wanted.length === 1 && found.length === 1 ? found[0] : found;
}
