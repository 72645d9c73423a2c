import { formText } from "~/form-text";
import { type Direction, directions, type NoteChannel, noteChannels, type NoteFields } from "./note";

/** A form of a note before anything was typed; `who` called, where that is known. */
export function emptyFields(who: string | null): NoteFields {
  return {
    reason: "", done: "", outcome: "", satisfied: "", internal: "", share: false, shared: "",
    participants: [{ name: who ?? "", spelling: "" }], promises: [], concern: "", concernKind: "question", concernSubject: "", concernDepartment: "customer_service",
  };
}

/** What stands in the form, in the browser and on the server alike. Rows come in the order in which they stand. */
export function readFields(form: FormData): NoteFields {
  const text = (name: string) => formText(form, name);
  const rows = <Name extends string>(list: string, names: Name[]) => {
    const indexes = new Set([...form.keys()].flatMap((key) => new RegExp(`^${list}\\[(\\d+)\\]`).exec(key)?.[1] ?? []));
    return [...indexes].map((at) => Object.fromEntries(names.map((name) => [name, text(`${list}[${at}].${name}`)])) as Record<Name, string>);
  };
  return {
    reason: text("reason"),
    done: text("done"),
    outcome: text("outcome"),
    satisfied: text("satisfied"),
    internal: text("internal"),
    share: form.has("share"),
    shared: text("shared"),
    participants: rows("participants", ["name", "spelling"]),
    promises: rows("promises", ["what", "due", "by"]),
    concern: text("concern"),
    concernKind: text("concernKind"),
    concernSubject: text("concernSubject"),
    concernDepartment: text("concernDepartment"),
  };
}

/** Fields as a database or a browser has stored them: what is missing was not typed yet. Null where nothing was typed at all. */
export function storedFields(stored: unknown): NoteFields | null {
  const from = Object(stored) as Record<string, unknown>;
  if (Object.keys(from).length === 0) return null;
  const rows = (list: unknown) => (Array.isArray(list) ? list.map((row) => Object(row) as Record<string, unknown>) : []);
  return {
    reason: typed(from.reason), done: typed(from.done), outcome: typed(from.outcome), satisfied: typed(from.satisfied),
    internal: typed(from.internal), share: from.share === true, shared: typed(from.shared),
    participants: rows(from.participants).map(({ name, spelling }) => ({ name: typed(name), spelling: typed(spelling) })),
    promises: rows(from.promises).map(({ what, due, by }) => ({ what: typed(what), due: typed(due), by: typed(by) })),
    concern: typed(from.concern), concernKind: typed(from.concernKind), concernSubject: typed(from.concernSubject), concernDepartment: typed(from.concernDepartment),
  };
}

function typed(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Channel and direction as one choice: "phone-in". */
export function writeWay(channel: NoteChannel, direction: Direction): string {
  return `${channel}-${direction}`;
}

/** Reads the choice that `writeWay` wrote; null where it is none. */
export function readWay(way: string): { channel: NoteChannel; direction: Direction } | null {
  const [channel, direction] = way.split("-");
  const known = { channel: noteChannels.find((one) => one === channel), direction: directions.find((one) => one === direction) };
  return known.channel && known.direction ? { channel: known.channel, direction: known.direction } : null;
}
