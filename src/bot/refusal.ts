import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { systemCode } from './errors.js';

/**
 * What an error of a request means for what to do next.
 * - `acknowledged`: the interaction has had its first answer
 * - `expired`: nothing more can be said to this interaction
 * - `gone`: the message to change was deleted
 * - `forbidden`: not allowed to be seen here, perhaps in private
 * - `invalid`: Discord does not take this message, whoever sees it
 * - `no reply`: not allowed to refer to another message here, but to write
 * - `limited`: later
 * - `unsure`: it may have arrived
 * - `unreachable`: it did not arrive
 * - `refused`: anything else
 */
export type Refusal =
  | 'acknowledged'
  | 'expired'
  | 'gone'
  | 'forbidden'
  | 'invalid'
  | 'no reply'
  | 'limited'
  | 'unsure'
  | 'unreachable'
  | 'refused';

const BY_CODE = new Map<number | string, Refusal>([
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 'acknowledged'],
  [RESTJSONErrorCodes.UnknownInteraction, 'expired'],
  [RESTJSONErrorCodes.UnknownWebhook, 'expired'],
  [RESTJSONErrorCodes.InvalidWebhookToken, 'expired'],
  [RESTJSONErrorCodes.UnknownChannel, 'expired'],
  [RESTJSONErrorCodes.UnknownMessage, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory, 'no reply'],
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'invalid'],
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'invalid'],
  [RESTJSONErrorCodes.RequestEntityTooLarge, 'invalid'],
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration, 'invalid'],
  [RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter, 'invalid'],
]);

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
]);

/** Tells what kind of failure an error of a request is. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof DiscordAPIError)
    return BY_CODE.get(error.code) ?? (error.status === 404 ? 'expired' : 'refused');
  if (error instanceof RateLimitError) return 'limited';
  if (error instanceof HTTPError) return 'unsure';
  return NEVER_SENT.has(systemCode(error) ?? '') ? 'unreachable' : 'unsure';
}
