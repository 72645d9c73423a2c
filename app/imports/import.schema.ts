import { z } from "zod";
import { detailKinds, detailValueSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";
import { dateOrders, importFields } from "./import-fields";

const moment = z.iso.datetime({ offset: true });

export const importStates = ["receiving", "mapping", "checking", "checked", "applying", "paused", "applied", "cancelled", "undoing", "undone"] as const;
export type ImportState = (typeof importStates)[number];

/** One field for each column, null for those left out. */
export const columnsSchema = z.array(z.enum(importFields).nullable()).min(1).max(200);

/** The same as it was stored: what is no field, or none any more, is left out. */
export const storedColumnsSchema = z.array(z.enum(importFields).nullable().catch(null));

export const settingsSchema = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  locale: z.enum(locales),
  dateOrder: z.enum(dateOrders),
  newerWins: z.boolean(),
  leaveOutLookalikes: z.boolean(),
});

/** A file's rows as they were received: texts, as many in each row as it had; none for an empty line. */
export const rowsSchema = z.array(z.array(z.string()));

/** A line that can be imported, its values as they are stored. A null leaves a customer's own as it is. */
export const checkedLineSchema = z.object({
  line: z.number().int(),
  account: z.string(),
  kind: z.enum(["person", "company"]).nullable(),
  locale: z.enum(locales).nullable(),
  /** The language of a customer that the line makes and of which it tells none. */
  localeIfNew: z.enum(locales),
  country: z.string(),
  birthDate: z.iso.date().nullable(),
  yearlySpend: z.number().nullable(),
  contactBy: z.enum(["email", "post"]).nullable(),
  details: z.array(z.object({
    kind: z.enum(detailKinds),
    value: detailValueSchema,
    label: z.string().nullable(),
    confirmedAt: z.string().nullable(),
  })),
});
export type CheckedLine = z.infer<typeof checkedLineSchema>;

/** Why a line is bad, or what is to be known of one that is not: a key of the catalogues, and the field that it is about. */
export type LineProblem = { line: number; bad: boolean; code: string; field: string | null };

export const importSchema = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(importStates),
  lines: z.number().int(),
  createdAt: moment,
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  by: z.string().nullable(),
});
export type Import = z.infer<typeof importSchema>;

const count = z.number().int();

/** Chunks by how far they are, and lines by what they would do or did. */
export const progressSchema = z.object({
  chunks: count, checked: count, applied: count, undone: count,
  new: count, changed: count, confirmed: count, unchanged: count, kept: count, bad: count,
});
export type Progress = z.infer<typeof progressSchema>;

export const problemSchema = z.object({
  line: count,
  place: count,
  bad: z.boolean(),
  code: z.string(),
  field: z.string().nullable(),
  about: z.string().nullable(),
  cells: z.array(z.string()),
});
export type Problem = z.infer<typeof problemSchema>;

/** One import as its page and the command line read it. */
export const importDetailSchema = z.object({
  import: importSchema.extend({
    /** It paused by itself, after the database had failed at the same chunk again and again. */
    failed: z.boolean(),
    encoding: z.string(),
    separator: z.string(),
    header: z.array(z.string()),
    columns: storedColumnsSchema.nullable(),
    settings: settingsSchema.nullable(),
    undoableUntil: moment.nullable(),
    sample: rowsSchema.nullable(),
  }),
  progress: progressSchema,
  problems: z.array(problemSchema),
});
export type ImportDetail = z.infer<typeof importDetailSchema>;
