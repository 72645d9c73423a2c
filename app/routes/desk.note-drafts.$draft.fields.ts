import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireSession } from "~/access/guard.server";
import { readWay, storedFields } from "~/notes/note-fields";
import { typeNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";

const typedSchema = z.object({ tab: z.uuid(), version: z.number().int(), way: z.string().transform(readWay), fields: z.unknown().transform(storedFields) });

/** Keeps what was typed so far; the page's script sends it and reads what became of it as JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { data } = typedSchema.safeParse(await request.json().catch(() => null));
  if (!data?.way || !data.fields) throw new Response(null, { status: 400 });
  const { tab, version, way, fields } = data;
  return Response.json(await typeNote(db, parameter(params, "draft"), { tab, version, ...way, fields }));
}
