/**
 * Discord's numbers, in one place. Each group names the page of Discord's documentation it is from.
 * Lengths are in characters, sizes in bytes, times in ms.
 */

/** interactions/application-commands */
export const COMMAND = {
  nameMax: 32,
  descriptionMax: 100,
  optionsMax: 25,
  choicesMax: 25,
  choiceNameMax: 100,
  choiceTextMax: 100,
  totalMax: 8000,
  textLengthMax: 6000,
  integerMax: Number.MAX_SAFE_INTEGER,
  numberMax: 2 ** 53,
  fileTypesMax: 10,
  createsPerDay: 200,
} as const;

/** interactions/application-commands: how many commands an application has in one scope, by type. */
export const COMMANDS_PER_TYPE = { 1: 100, 2: 15, 3: 15, 4: 1 } as const;

/** resources/message */
export const MESSAGE = {
  contentMax: 2000,
  embedsMax: 10,
  stickersMax: 3,
  nonceMax: 25,
  attachmentsMax: 10,
  altTextMax: 1024,
  requestBytesMax: 25 * 1024 * 1024,
  fileBytesMax: 10 * 1024 * 1024,
  allowedIdsMax: 100,
  bulkDeleteMin: 2,
  bulkDeleteMax: 100,
  bulkDeleteAgeMs: 14 * 24 * 60 * 60 * 1000,
} as const;

/** resources/message; topics/opcodes-and-status-codes (30010) */
export const REACTION = { perMessageMax: 20, emojiMax: 32 } as const;

/** resources/message, "Embed Limits" */
export const EMBED = {
  titleMax: 256,
  descriptionMax: 4096,
  fieldsMax: 25,
  fieldNameMax: 256,
  fieldValueMax: 1024,
  footerMax: 2048,
  authorMax: 256,
  totalMax: 6000,
  urlMax: 2048,
  colorMax: 0xffffff,
} as const;

/** components/reference */
export const COMPONENT = {
  rowsMax: 5,
  rowButtonsMax: 5,
  customIdMax: 100,
  labelMax: 80,
  linkMax: 512,
  selectOptionsMax: 25,
  selectTextMax: 100,
  placeholderMax: 150,
  totalMax: 40,
  displayTextMax: 4000,
  sectionTextsMax: 3,
  galleryMax: 10,
  altTextMax: 1024,
  idMax: 2 ** 31 - 1,
} as const;

/** components/reference and interactions/receiving-and-responding */
export const MODAL = {
  titleMax: 45,
  componentsMax: 5,
  labelMax: 45,
  labelDescriptionMax: 100,
  inputMax: 4000,
  placeholderMax: 100,
  filesMax: 10,
} as const;

/** interactions/receiving-and-responding */
export const INTERACTION = {
  deadlineMs: 3000,
  tokenMs: 15 * 60 * 1000,
  choicesMax: 25,
  userInstallFollowUps: 5,
} as const;

/** events/gateway */
export const GATEWAY = {
  version: 10,
  payloadBytesMax: 4096,
  sendsPerMinute: 120,
  identifiesPerDay: 1000,
  heartbeatMs: 41_250,
  shardsMax: 2500,
} as const;

/** Bounds of this program where Discord names none; no payload that Discord takes reaches them. */
export const OURS = {
  /** the JSON of anything but command definitions and an application's own data */
  jsonBytesMax: 1024 * 1024,
  jsonDepthMax: 64,
  /** complaints that one refusal lists */
  complaintsMax: 100,
  /** characters of a value that a complaint repeats */
  echoMax: 100,
} as const;

/** resources/message, "Message Flags" */
export const FLAG = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  voiceMessage: 1 << 13,
  componentsV2: 1 << 15,
} as const;
