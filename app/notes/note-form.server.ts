import { z } from "zod";
import { PROMISE_MAX } from "~/commitments/commitment";
import { concernKinds } from "~/concerns/concern";
import { type NoteFields, outcomes, reasons, satisfactions, SHARED_MAX, TEXT_MAX } from "./note";
import { readFields, readWay } from "./note-fields";
import type { DraftPage, ReadyNote } from "./notes.server";

/** Keys of sentences, by the form name of the field. */
export type NoteErrors = Record<string, string>;

/** What the page of a draft sends: which draft and which page it is, the version it has seen, and what was typed. */
export type Posted = { draft: string; tab: string; version: number; way: string; fields: NoteFields };

/** Reads what the page of a draft sends; throws 400 where no page of ours did. */
export function readPosted(form: FormData): Posted {
  const { data } = postedSchema.safeParse(Object.fromEntries(["draft", "tab", "version", "way"].map((name) => [name, form.get(name)])));
  if (!data || !readWay(data.way)) throw new Response(null, { status: 400 });
  return { ...data, fields: readFields(form) };
}

const postedSchema = z.object({ draft: z.uuid(), tab: z.uuid(), version: z.coerce.number().int(), way: z.string() });

/** The note that the fields make, or what is wrong with them. `page` says who may promise and what the note may belong to. */
export function readyNote({ way, fields }: Pick<Posted, "way" | "fields">, page: Pick<DraftPage, "today" | "staff" | "departments" | "concerns">): { note: ReadyNote } | { errors: NoteErrors } {
  const errors: NoteErrors = {};
  const contact = readWay(way);
  const check = (name: string, error: string | null | false) => { if (error) errors[name] = error; };
  check("reason", reasons.every((one) => one !== fields.reason) && "notes_error_reason_missing");
  check("outcome", outcomes.every((one) => one !== fields.outcome) && "notes_error_outcome_missing");
  check("satisfied", satisfactions.every((one) => one !== fields.satisfied) && "notes_error_satisfied_missing");
  check("done", fields.done.trim() === "" ? "notes_error_done_missing" : textError(fields.done, TEXT_MAX));
  check("internal", textError(fields.internal, TEXT_MAX));
  check("shared", fields.share && fields.shared.trim() === "" ? "notes_error_shared_missing" : fields.share && textError(fields.shared, SHARED_MAX));
  const participants = fields.participants.map(({ name, spelling }) => ({ name: name.trim(), spelling: spelling.trim() }));
  for (const [at, { name, spelling }] of participants.entries()) {
    check(`participants[${at}].name`, name === "" && spelling !== "" ? "notes_error_name_missing" : textError(name, 100));
    check(`participants[${at}].spelling`, textError(spelling, 200));
  }
  const promises = fields.promises.map((typed, at) => readPromise(typed, at, page, check));
  const newConcern = fields.concern === "new" ? readConcern(fields, page, check) : null;
  check("concern", !["", "new"].includes(fields.concern) && page.concerns.every(({ reference }) => reference !== fields.concern) && "notes_error_concern_closed");
  if (!contact || Object.keys(errors).length > 0) return { errors };
  const { reason, done, outcome, satisfied, internal, share, shared, concern } = fields;
  return {
    note: {
      ...contact, reason, done: done.trim(), outcome, satisfied,
      internal: internal.trim() || null,
      shared: share ? shared.trim() : null,
      participants: participants.filter(({ name }) => name !== "").map(({ name, spelling }) => ({ name, spelling: spelling || null })),
      promises: promises.filter((promise) => promise !== null),
      concern: ["", "new"].includes(concern) ? null : concern,
      newConcern,
    },
  };
}

type Check = (name: string, error: string | null | false) => void;

// A row in which nothing was typed is none.
function readPromise({ what, due, by }: NoteFields["promises"][number], at: number, { today, staff, departments }: Pick<DraftPage, "today" | "staff" | "departments">, check: Check) {
  if (what.trim() === "" && due === "") return null;
  const name = (part: string) => `promises[${at}].${part}`;
  check(name("what"), what.trim() === "" ? "notes_error_what_missing" : /[\r\n]/.test(what) ? "notes_error_text_strange" : textError(what, PROMISE_MAX));
  const day = z.iso.date().safeParse(due).data;
  check(name("due"), !day ? "notes_error_due_missing" : day < today && "notes_error_due_past");
  const [kind = "", whose = ""] = by.split(":");
  const known = kind === "staff" ? staff.some(({ id }) => id === whose) : kind === "department" && departments.some(({ code }) => code === whose);
  check(name("by"), !known && "notes_error_by_missing");
  return { what: what.trim(), due, [kind]: whose };
}

function readConcern({ concernKind, concernSubject, concernDepartment }: NoteFields, { departments }: Pick<DraftPage, "departments">, check: Check) {
  const subject = concernSubject.trim();
  check("concernSubject", subject === "" ? "notes_error_subject_missing" : textError(subject, 150));
  check("concernKind", concernKinds.every((one) => one !== concernKind) && "notes_error_subject_missing");
  check("concernDepartment", departments.every(({ code }) => code !== concernDepartment) && "notes_error_by_missing");
  return { kind: concernKind, subject, department: concernDepartment };
}

/** What is wrong with a text that may be empty, as the key of a sentence. */
export function textError(typed: string, longest: number): string | null {
  // Browsers send a line's end as two characters, of which the database keeps one.
  const text = typed.replaceAll("\r\n", "\n");
  if ([...text].length > longest) return "notes_error_text_long";
  return /\p{Cc}/u.test(text.replace(/[\t\n\r]/g, "")) ? "notes_error_text_strange" : null;
}
