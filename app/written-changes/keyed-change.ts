// Apart from the schemas, so that a page in the browser can have these words without zod.

/** The kinds of paper on which changes arrive. */
export const paperChannels = ["invoice", "form", "letter", "fax"] as const;
export type PaperChannel = (typeof paperChannels)[number];

/** What is keyed from paper; shipping addresses need the site that they belong to, which a sheet seldom names. */
export const keyedKinds = ["name", "billing_address", "phone", "fax", "email"] as const;
export type KeyedKind = (typeof keyedKinds)[number];

/** The kinds of one line, of which a customer may have several. */
export const lineKinds = ["phone", "fax", "email"] as const;
export type LineKind = (typeof lineKinds)[number];

/** Whether a written value takes the place of the customer's primary one or stands beside it. */
export const modes = ["replace", "add"] as const;
export type Mode = (typeof modes)[number];
