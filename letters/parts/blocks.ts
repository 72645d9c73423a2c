/** A label with the lines that belong to it. */
export type FactRow = { label: string; lines: string[] };

/** What a letter or a document is built of, from top to bottom. All strings are shown as they are. */
export type Block =
  | { type: "paragraph" | "remark" | "heading" | "subheading"; text: string }
  /** Labels beside their values. */
  | { type: "facts"; rows: FactRow[] }
  /** What became of contact details: the value that counts in strong type, and quiet words about it. */
  | { type: "changes"; head: [string, string]; rows: { label: string; lines: string[]; notes: string[] }[] }
  | { type: "table"; head: string[]; rows: string[][] }
  | { type: "list"; items: string[] }
  /** A QR code (an SVG, with words for those who cannot see it) beside the same way in to be typed. */
  | { type: "link"; heading: string | null; text: string; qr: string; alt: string; facts: { label: string; value: string; big?: boolean }[] };

/** What a letter says, from its title on. */
export type LetterBody = { title: string; blocks: Block[] };
