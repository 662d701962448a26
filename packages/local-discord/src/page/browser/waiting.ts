import type { Modal } from './page-model.js';
import type { InteractionResult } from './requests.js';

/** An app's form, and the interaction that it answers. */
export interface ModalRequest {
  interactionId: string;
  applicationId: string;
  modal: Modal;
}

/** What to do when an interaction ends in a failure or a form. */
export interface Origin {
  fail: (text: string) => void;
  open: (request: ModalRequest) => void;
}

/** Brings the answer to an interaction and what the server pushes about it together, whichever comes first. */
export interface Waiting {
  answered(result: InteractionResult, origin: Origin): void;
  failed(interactionId: string, text: string): void;
  modal(request: ModalRequest): void;
}

const remembered = 200;

function limited<T>(map: Map<string, T>): Map<string, T> {
  const [oldest] = map.keys();
  if (map.size > remembered && oldest !== undefined) map.delete(oldest);
  return map;
}

/** Makes an empty waiting room; `noAnswer` is said where the server gives no reason. */
export function createWaiting(noAnswer: string): Waiting {
  const origins = new Map<string, Origin>();
  const failures = new Map<string, string>();
  const modals = new Map<string, ModalRequest>();
  return {
    answered(result, origin) {
      const { interaction_id: id, outcome, error } = result;
      const failure = failures.get(id) ?? (outcome === 'failed' ? error || noAnswer : undefined);
      const modal = modals.get(id);
      failures.delete(id);
      modals.delete(id);
      if (failure !== undefined) origin.fail(failure);
      else if (modal) origin.open(modal);
      else limited(origins).set(id, origin);
    },
    failed(id, text) {
      const origin = origins.get(id);
      origins.delete(id);
      if (origin) origin.fail(text);
      else limited(failures).set(id, text);
    },
    modal(request) {
      const id = request.interactionId;
      const origin = origins.get(id);
      origins.delete(id);
      if (origin) origin.open(request);
      else limited(modals).set(id, request);
    },
  };
}
