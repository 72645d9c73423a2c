import { z } from "zod";

/** A way to act that a letter carries: the address in its QR code, and the page and the code to be typed. */
export const typedLinkSchema = z.object({ url: z.url({ protocol: /^https?$/ }), page: z.string().min(1), code: z.string().min(1) });
export type TypedLink = z.infer<typeof typedLinkSchema>;
