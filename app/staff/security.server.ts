import { encode } from "uqr";
import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { formText } from "~/form-text";

const securitySchema = z.object({ me: meSchema, offered: z.boolean(), required: z.boolean(), taken: z.boolean(), missing: z.boolean() });

/** Whether Auth offers a second step, whether all staff must take it, and whether this session has. */
export function readSecurity(db: Db) {
  return db.call("desk_security", {}, securitySchema);
}

/** An address for an authenticator app as a QR code: its size in dots, and the dark ones as the path of an SVG. */
export function qrCode(uri: string): { size: number; path: string } {
  const { size, data } = encode(uri, { border: 2 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join("") };
}

/** Six digits, however they were grouped; null where there are not six. `typed` is what stood in the field. */
export function readAppCode(form: FormData): { typed: string; code: string | null } {
  const typed = formText(form, "code");
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return { typed, code: /^\d{6}$/.test(digits) ? digits : null };
}

const factorSchema = z.uuid();

/** The id of a second step in a form; throws 400 where no form of ours said it. */
export function readFactor(form: FormData): string {
  const { data } = factorSchema.safeParse(form.get("factor"));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}
