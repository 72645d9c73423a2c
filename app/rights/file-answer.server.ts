import type { HeldData } from "./held-data.schema";

/** A file to keep, named after the account and the day; no cache keeps it. */
export function fileAnswer(body: string | Uint8Array, type: string, { customer, createdAt }: Pick<HeldData, "customer" | "createdAt">, ending: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${customer.accountNumber}-${createdAt.slice(0, 10)}.${ending}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
