import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { INTERACTION } from './discord-limits.js';
import { all, fields, type Issues, integer, isObject, list, optional, type Rule, rule } from './form.js';
import { checkFlags, type MessageBody, messageBody, SETTABLE } from './message-rules.js';
import { modal } from './modal-rules.js';
import { choiceRule, OPTION } from './option-rules.js';

/** Callback types. Source: interactions/receiving-and-responding. */
export const CALLBACK = {
  pong: 1,
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

/** Interaction types. Source: interactions/receiving-and-responding. */
export const KIND = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/**
 * Which callbacks an interaction takes.
 * @param kind the interaction's type
 * @param hasMessage whether it came from a message's component (a modal too may have)
 */
export function allowedCallbacks(kind: number, hasMessage: boolean): readonly number[] {
  if (kind === KIND.autocomplete) return [CALLBACK.choices];
  const updates = hasMessage ? [CALLBACK.deferUpdate, CALLBACK.update] : [];
  const modals = kind === KIND.modal ? [] : [CALLBACK.modal];
  return [CALLBACK.message, CALLBACK.deferMessage, ...updates, ...modals];
}

/** A callback's body, judged. */
export type Callback =
  | { readonly type: 4 | 7; readonly data: MessageBody }
  | { readonly type: 5; readonly data?: { readonly flags?: number } | null }
  | { readonly type: 6 }
  | {
      readonly type: 8;
      readonly data: { readonly choices?: { name: string; value: string | number }[] | null };
    }
  | { readonly type: 9; readonly data: APIModalInteractionResponseCallbackData };

function flagsOf(data: unknown): number {
  const flags = isObject(data) ? data['flags'] : undefined;
  return typeof flags === 'number' ? flags : 0;
}

function checkMessage(data: unknown, alreadyV2: boolean, at: Issues): void {
  messageBody(alreadyV2)(data, at);
  checkFlags(flagsOf(data), SETTABLE.interaction, at.at('flags'));
}

function focusedRule(type: number) {
  return fields<Loose>({ choices: optional(list(choiceRule(type), { max: INTERACTION.choicesMax })) });
}

type Loose = Record<string, unknown>;

/** What the rules need to know about the interaction that is answered. */
export interface Answered {
  readonly kind: number;
  readonly hasMessage: boolean;
  /** Whether the message that may be updated is of the V2 kind. */
  readonly messageIsV2: boolean;
  /** The type of the option that is being typed; of autocomplete alone. */
  readonly focusedType?: number;
}

function checkData(type: number, data: unknown, answered: Answered, at: Issues): void {
  switch (type) {
    case CALLBACK.message:
      checkMessage(data, false, at);
      break;
    case CALLBACK.update:
      checkMessage(data ?? {}, answered.messageIsV2, at);
      break;
    case CALLBACK.deferMessage:
      optional(fields<Loose>({ flags: optional(integer(0, 2 ** 31 - 1)) }))(data, at);
      checkFlags(flagsOf(data), SETTABLE.defer, at.at('flags'));
      break;
    case CALLBACK.choices:
      focusedRule(answered.focusedType ?? OPTION.string)(data, at);
      break;
    case CALLBACK.modal:
      modal(data, at);
      break;
  }
}

/** The body of a callback to one interaction: its type must suit, its data keep the rules. */
export function callbackBody(answered: Answered): Rule<Callback> {
  const allowed = allowedCallbacks(answered.kind, answered.hasMessage);
  return all(
    rule<Callback>((value, at) => {
      fields<Loose>({ type: integer(1, 12) })(value, at);
    }),
    (value, at) => {
      if (!allowed.includes(value.type)) {
        at.at('type').add('BASE_TYPE_CHOICES', `Value must be one of {${allowed.join(', ')}}.`);
        return;
      }
      checkData(value.type, 'data' in value ? value.data : undefined, answered, at.at('data'));
    },
  );
}
