/**
 * Discord's limits, as its developer documentation gives them (lengths in characters unless said otherwise), and ours.
 * The one place where such numbers stand on the bot's side.
 */
export const LIMITS = {
  content: 2000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  /** sum over all embeds of a message */
  embedTotal: 6000,
  actionRows: 5,
  buttonsPerRow: 5,
  /** what stays readable on a phone */
  buttonLabelReadable: 38,
  linkUrl: 512,
  customId: 100,
  selectOptions: 25,
  selectOptionLabel: 100,
  autocompleteChoices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandDescription: 100,
  /** an application may have 100 slash commands; so many are for genes of their own, the rest is room */
  geneCommands: 80,
  /** ms from receipt of an interaction to its first answer */
  firstAnswer: 3000,
  /** what is read of one message, and of one option of a command: longer ones are no question */
  typed: 1000,
  /** what is read while somebody types */
  typing: 200,
} as const;
