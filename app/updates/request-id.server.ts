import { z } from "zod";
import { REQUEST_ID } from "~/ui/form";

/** The id that makes sending a form twice act once; throws 400 where a form has none. */
export function readRequestId(form: FormData): string {
  const { data } = z.uuid().safeParse(form.get(REQUEST_ID));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}
