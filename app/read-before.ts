import { z } from "zod";

const moment = z.iso.datetime({ offset: true });

/** From when on a list goes back, by its address: `?before=` an ISO timestamp. Undefined where none is named: the newest first. */
export function readBefore(request: Request): string | undefined {
  return moment.safeParse(new URL(request.url).searchParams.get("before")).data;
}
