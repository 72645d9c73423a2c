import { z } from "zod";
import { locales } from "~/i18n/locale";

/** Whose account a portal page shows and who looks at it. */
export const headSchema = z.object({
  customer: z.object({
    id: z.uuid(),
    accountNumber: z.string(),
    kind: z.enum(["person", "company"]),
    name: z.string().nullable(),
    country: z.string(),
    locale: z.enum(locales),
  }),
  you: z.object({ email: z.string(), name: z.string(), role: z.enum(["owner", "member"]) }),
  severalCustomers: z.boolean(),
});
export type Head = z.infer<typeof headSchema>;
